const DENIES =
  /^(?:(?:please|pls|ok|okay|no|and|but|hey|oh)[\s,]+)*(?:do not|don['’]?t|never|no need to|let['’]?s not|not)\s+(?!forget\b)|^(?:(?:please|pls|ok|okay|no|and|but)[\s,]+)*(?:we|i)\s+(?:do not|don['’]?t|would not|wouldn['’]?t)\s+(?:want|need|like|wish)\s+(?:you\s+)?(?:to\s+)?|^(?:we|i)\s+(?:have not|haven['’]?t|did not|didn['’]?t)\s+/i;

/** The words without the denial they begin with: what is not to be done, or was not done; nothing when they deny nothing. */
export const denied = (text: string): string | undefined => {
  const match = DENIES.exec(text.trim());
  return match ? text.trim().slice(match[0].length) : undefined;
};

const DENIED_PART = /\b(?:not|never|no|nothing|neither)\b|n['’]t\b/i;

/** The parts of a message that deny nothing: of "sushi is not for us, luigi" the second. The whole where none is left. */
export const affirmed = (text: string): string => {
  const parts = text.split(/[,;.!]+/).filter((part) => /\p{L}|\d/u.test(part) && !DENIED_PART.test(part));
  return parts.length > 0 ? parts.join(', ') : text;
};
