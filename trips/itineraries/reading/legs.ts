import type { Candidate } from '../candidate.ts';
import { citiesNamed } from '../stops/city-names.ts';
import type { Mode } from '../trip-rules.ts';
import { readDays, type TripDays } from './days.ts';
import { readPrice } from './prices.ts';
import { nextClearTime, rangeAt } from './times.ts';

const MODES: readonly (readonly [RegExp, Mode])[] = [
  [/\b(?:flights?|plane|fly|flying|airline|boarding)\b/i, 'flight'],
  [/\b(?:trains?|rail|railway|frecciarossa|italo|eurostar|tgv|ave|renfe|intercity|ice|trenitalia)\b/i, 'train'],
  [/\b(?:bus|coach|flixbus|shuttle)\b/i, 'bus'],
  [/\b(?:ferry|ferries|boat|catamaran|hydrofoil)\b/i, 'ferry'],
  [/\b(?:taxi|transfer|cab|driver)\b/i, 'taxi'],
  [/\b(?:rental car|hire car|drive|driving|by car)\b/i, 'own-car'],
];
const DEPARTS = /\b(?:depart\w*|leav(?:es?|ing)|takes? off|departure|from)\b/i;
const ARRIVES = /\b(?:arriv\w*|lands?|landing|gets? in|reaches)\b/i;
const TURNED = /\bto\b.*\bfrom\b/i;
const OPEN = /\?|\b(?:not (?:yet )?(?:booked|bought|confirmed)|to be (?:booked|bought|confirmed)|cancel(?:led)?)\b/i;

/** A way between two of the trip's cities on one day, as a paper states it; `undefined` when it states none. */
export const readLeg = (
  text: string,
  cities: readonly string[],
  trip: TripDays,
): Pick<Candidate, 'name' | 'leg' | 'price'> | undefined => {
  const mode = MODES.find(([word]) => word.test(text))?.[1];
  const [one, other, third] = citiesNamed(text, cities);
  if (!mode || one === undefined || other === undefined || third !== undefined || OPEN.test(text)) return undefined;
  const days = [...new Set(readDays(text, trip))];
  const [date, another] = days;
  if (date === undefined || another !== undefined) return undefined;
  const [from, to] = TURNED.test(text) ? [other, one] : [one, other];
  const departure = DEPARTS.exec(text);
  const arrival = ARRIVES.exec(text);
  const first = nextClearTime(text);
  const range = first && rangeAt(text, first.index);
  const departs = range?.from ?? (departure && nextClearTime(text, departure.index)?.minutes) ?? first?.minutes;
  const arrives = range?.to ?? (arrival && nextClearTime(text, arrival.index)?.minutes) ?? undefined;
  return {
    name: nameOf(text, mode),
    leg: {
      ...{ mode, from, to, date },
      ...(departs === undefined ? {} : { departs }),
      ...(arrives === undefined || arrives === departs ? {} : { arrives }),
    },
    price: readPrice(text),
  };
};

const NAMES: Readonly<Record<Mode, string>> = {
  flight: 'Flight',
  train: 'Train',
  bus: 'Bus',
  ferry: 'Ferry',
  taxi: 'Taxi',
  'own-car': 'Car',
};

/** `Train FR 9410`, or what it goes by. */
const nameOf = (text: string, mode: Mode): string => {
  const number = /\b(?:[A-Z]{2,3}|[A-Z]\d|\d[A-Z])\s?\d{2,5}\b/.exec(text)?.[0];
  return number && !/^(?:EUR|USD|GBP)/.test(number) ? `${NAMES[mode]} ${number}` : NAMES[mode];
};
