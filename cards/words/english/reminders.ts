type Whom = 'me' | 'family' | 'trip';
const WHOM: Readonly<Record<Whom, string>> = { me: 'you', family: 'your family', trip: 'everyone' };

/** Reminders and deadlines; `when` is a day and time in words. */
export const reminders = {
  onlyOnce: 'I remind once, not again and again. Name one day and time, e.g. "remind us on Friday at 9".',
  notInGroup: 'Tell me that in our private chat, and only you are reminded. Here I remind everyone: "remind us …".',
  what: 'What shall I remind you of? E.g. "pack the passports".',
  when: 'When? E.g. "Friday at 9" or "in two hours".',
  everyone: (families: number, when: string, what: string): string =>
    `Shall I remind all ${families} families at ${when}: "${what}"?`,
  yesEveryone: 'Yes, remind everyone',
  onlyMine: 'Only my family',
  set: (whom: Whom, when: string, what: string): string =>
    `I'll remind ${WHOM[whom]} at ${when}: ${what}. REMINDERS lists what is noted.`,
  due: (whom: Whom, when: string, what: string): string =>
    `Noted: ${what}, due ${when}. I remind ${WHOM[whom]} the day before and that morning. REMINDERS lists what is noted.`,
  noneHow: 'No reminders are noted. Say e.g. "remind us on Friday at 9 to pack the passports".',
  none: 'No reminders are noted.',
  listed: 'Noted so far; choose one to cancel it.',
  which: 'Which one shall I cancel?',
  one: (when: string, what: string, due: boolean, whom: Whom): string =>
    `${when}: ${due ? 'due, ' : ''}${what}${whom === 'family' ? '' : ` (${WHOM[whom]})`}`,
  cancel: (what: string, when: string): string => `Cancel "${what}", ${when}?`,
  yesCancel: 'Yes, cancel it',
  noKeep: 'No, keep it',
  cancelled: (what: string): string => `Cancelled: ${what}.`,
};
