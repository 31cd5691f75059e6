/** What everybody is told before they are written to by text. Any change of the words is a new version. */
export const TEXT_NOTICE = { version: 1, words: 'Msg rates may apply. HELP for help, STOP to stop.' } as const;

/** What a parent is shown. Any change of the words is a new version. */
export const CHILD_NOTICE = {
  version: 1,
  words: (name: string): string =>
    `${name} is under 13, so I need a parent's consent. I would keep ${name}'s name, age, wishes and what ${name} writes to me, for 90 days; I show it to no other family, to nobody else, and use it for this trip only. You can read all of it, erase it, and take your consent back at any time.`,
} as const;
