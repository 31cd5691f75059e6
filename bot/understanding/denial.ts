const DENIES =
  /^(?:(?:please|pls|ok|okay|no|and|but|hey|oh)[\s,]+)*(?:do not|don['’]?t|never|no need to|let['’]?s not|not)\s+(?!forget\b)|^(?:(?:please|pls|ok|okay|no|and|but)[\s,]+)*(?:we|i)\s+(?:do not|don['’]?t|would not|wouldn['’]?t)\s+(?:want|need|like|wish)\s+(?:you\s+)?(?:to\s+)?|^(?:we|i)\s+(?:have not|haven['’]?t|did not|didn['’]?t)\s+/i;

/** The words without the denial they begin with: what is not to be done, or was not done; nothing when they deny nothing. */
export const denied = (text: string): string | undefined => {
  const match = DENIES.exec(text.trim());
  return match ? text.trim().slice(match[0].length) : undefined;
};
