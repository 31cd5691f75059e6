import { type Language, LOCALES } from '../../trips/language.ts';

/** Words by the plural rule of their language: Spanish says `1 voto`, `2 votos`, `1 000 000 de votos`. */
export type Forms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string }>;

/** `1 family`, `2 families`: the number as the language writes it, and the form that goes with it. */
export const plural = (language: Language): ((count: number, forms: Forms) => string) => {
  const rules = new Intl.PluralRules(LOCALES[language]);
  const digits = new Intl.NumberFormat(LOCALES[language]);
  return (count, forms) => `${digits.format(count)} ${forms[rules.select(count)] ?? forms.other}`;
};
