import type { Language } from '../language.ts';

/** What everybody is told before they are written to by text. Any change of the words is a new version. */
export const TEXT_NOTICE = { version: 1, words: 'Msg rates may apply. HELP for help, STOP to stop.' } as const;

const CHILD_WORDS: Readonly<Record<Language, (name: string) => string>> = {
  en: (name) =>
    `${name} is under 13, so I need a parent's consent. I would keep ${name}'s name, age, wishes and what ${name} writes to me, for 90 days; I show it to no other family, to nobody else, and use it for this trip only. You can read all of it, erase it, and take your consent back at any time.`,
  es: (name) =>
    `${name} tiene menos de 13 años, así que necesito el permiso de su mamá o su papá. Guardaría su nombre, su edad, lo que le gusta y lo que me escriba, por 90 días; no se lo muestro a ninguna otra familia ni a nadie más, y lo uso solo para este viaje. Puedes leerlo todo, borrarlo y retirar tu permiso cuando quieras.`,
};

/** What a parent is shown. Any change of the words is a new version. */
export const CHILD_NOTICE = {
  version: 1,
  words: (name: string, language: Language): string => CHILD_WORDS[language](name),
} as const;
