import type { Passage } from '../../itineraries/candidate.ts';
import type { TripDays } from '../../itineraries/reading/days.ts';
import { plainText } from '../../itineraries/reading/plain-text.ts';
import { type DateOrder, dateOrder, type SaidDay, saidDays } from './said-days.ts';
import { type SaidTime, saidTimes } from './said-times.ts';

/** One line of a paper, with the days and times it names. */
export interface PaperLine {
  readonly text: string;
  readonly passage: Passage;
  readonly days: readonly SaidDay[];
  readonly times: readonly SaidTime[];
}

/** A paper read line by line, its headings among them. */
export interface Paper {
  readonly lines: readonly PaperLine[];
  readonly text: string;
  readonly order: DateOrder;
}

const HIDDEN = /^\[hidden text\]/;

/** The lines of a document's passages, each heading where it first stands; what the document hides says nothing of a booking. */
export const readPaper = (passages: readonly Passage[], trip: TripDays): Paper => {
  const raw: { readonly text: string; readonly passage: Passage }[] = [];
  let above: readonly string[] = [];
  for (const passage of passages) {
    const headings = (passage.heading ?? '').split(/\s+>\s+/).filter((heading) => heading !== '');
    for (const [level, heading] of headings.entries())
      if (above[level] !== heading) raw.push({ text: heading, passage });
    above = headings;
    for (const text of passage.text.split(/\r?\n/)) if (!headings.includes(text)) raw.push({ text, passage });
  }
  const lines = raw
    .map(({ text, passage }) => ({
      passage,
      text: plainText(text)
        .replace(/^\s*[-*+•▪◦]\s+/, '')
        .trim(),
    }))
    .filter(({ text }) => text !== '' && !HIDDEN.test(text));
  const text = lines.map((line) => line.text).join('\n');
  const order = dateOrder(text, trip);
  return { text, order, lines: lines.map((line) => ({ ...line, ...whenIn(line.text, trip, order) })) };
};

const whenIn = (text: string, trip: TripDays, order: DateOrder): Pick<PaperLine, 'days' | 'times'> => {
  const days = saidDays(text, trip, order);
  // `11.06` of a date is no time.
  const rest = days.reduce(
    (left, { index, end }) => `${left.slice(0, index)}${' '.repeat(end - index)}${left.slice(end)}`,
    text,
  );
  return { days, times: saidTimes(rest) };
};
