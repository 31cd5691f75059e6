import { EDIT_SENTENCES } from './edit-sentences.ts';
import { days, ITEMS, inSpanish, type Sentence } from './planner-sentences.ts';
import { LIST } from './reason-phrases.ts';

const MEALS: Readonly<Record<string, string>> = { breakfast: 'el desayuno', lunch: 'el almuerzo', dinner: 'la cena' };
const thing = (english = ''): string => MEALS[english.toLowerCase()] ?? inSpanish(english, ITEMS);
const begins = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
const WHEN = '(\\w{3} \\d{1,2} \\w{3}) (\\d\\d:\\d\\d)';
const at = (day?: string, time?: string): string => `${days(day)} a las ${time}`;

/** What a change of the plan comes to, a sentence each, as it is kept with a proposal. */
const CHANGES: readonly Sentence[] = [
  [
    new RegExp(`^(.+) moved from ${WHEN} to ${WHEN}\\.$`),
    (what, from, then, to, now) => `${begins(thing(what))} pasa del ${at(from, then)} al ${at(to, now)}.`,
  ],
  [new RegExp(`^(.+) is new: ${WHEN}\\.$`), (what, day, time) => `${begins(thing(what))} es nuevo: ${at(day, time)}.`],
  [
    /^(.+) on (\w{3} \d{1,2} \w{3}) is open again\.$/,
    (what, day) => `${begins(thing(what))} del ${days(day)} queda por decidir.`,
  ],
  [
    new RegExp(`^(.+) is out \\(was ${WHEN}\\)\\.$`),
    (what, day, time) => `${begins(thing(what))} sale del plan (era el ${at(day, time)}).`,
  ],
  [
    new RegExp(`^${WHEN}: (.+) instead of (.+)\\.$`),
    (day, time, by, what) => `El ${at(day, time)}: ${thing(by)} en vez de ${thing(what)}.`,
  ],
  [
    new RegExp(`^Everyone joins (.+), ${WHEN}\\.$`),
    (what, day, time) => `Todos van a ${thing(what)}, ${at(day, time)}.`,
  ],
  [
    new RegExp(`^Not everyone joins (.+), ${WHEN}\\.$`),
    (what, day, time) => `No todos van a ${thing(what)}, ${at(day, time)}.`,
  ],
  [
    new RegExp(`^(.+) is locked: it stays ${WHEN}\\.$`),
    (what, day, time) => `${begins(thing(what))} queda fijado: ${at(day, time)}.`,
  ],
  [/^(.+) may move again\.$/, (what) => `${begins(thing(what))} se puede mover otra vez.`],
  [
    /^(\w{3} \d{1,2} \w{3}): (.+ \d\d:\d\d is now \d\d:\d\d)\.$/,
    (day, all = '') =>
      `El ${days(day)}: ${LIST.format(
        [...all.matchAll(/(.+?) (\d\d:\d\d) is now (\d\d:\d\d)(?:, and |, | and |$)/g)].map(
          ([, what, from, to]) => `${thing(what)} de ${from} a ${to}`,
        ),
      )}.`,
  ],
  [/^And (\d+) more changes\.$/, (more) => `Y ${more} cambios más.`],
  ...EDIT_SENTENCES,
];
const isKnown = (words: string): boolean => CHANGES.some(([english]) => english.test(words));

/** The sentences of a summary, where names may hold a full stop of their own; what is none of them stands by itself. */
const sentencesOf = (pieces: readonly string[]): readonly string[] => {
  if (pieces.length === 0) return [];
  for (let count = 1; count <= pieces.length; count += 1) {
    const first = pieces.slice(0, count).join(' ');
    if (isKnown(first)) return [first, ...sentencesOf(pieces.slice(count))];
  }
  return [pieces[0] ?? '', ...sentencesOf(pieces.slice(1))];
};

/** What a proposed change of the plan comes to, as it was put into words when it was asked for. */
export const summaryInSpanish = (summary: string): string =>
  sentencesOf(summary.split(/(?<=\.) (?=\S)/))
    .map((one) => inSpanish(one, CHANGES))
    .join(' ');
