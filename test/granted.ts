type Refused = { readonly ok: false; readonly reason: string; readonly detail?: string | undefined };

/** What a command returned that must not refuse in a test; throws its reason where it did. */
export const granted = <T extends { readonly ok: true } | Refused>(outcome: T): Exclude<T, { readonly ok: false }> => {
  if (!outcome.ok) throw new Error(`refused: ${outcome.reason} ${outcome.detail ?? ''}`);
  return outcome as Exclude<T, { readonly ok: false }>;
};
