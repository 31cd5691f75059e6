import { z } from 'zod';

/** The languages the assistant speaks, as BCP 47 names them. */
export const language = z.enum(['en', 'es']);
export type Language = z.infer<typeof language>;

/** How days and numbers are written in a language: Spanish as in Latin America, where `5,310.50` means what it does in English. */
export const LOCALES: Readonly<Record<Language, string>> = { en: 'en', es: 'es-419' };

/** The language of a locale that a door names (`es-MX`), if it is spoken here. */
export const languageOfLocale = (locale: string | null | undefined): Language | undefined =>
  // Most doors tell none: what is absent needs no check.
  locale
    ? language.safeParse(
        locale
          .slice(0, 3)
          .toLowerCase()
          .replace(/[-_].*$/, ''),
      ).data
    : undefined;
