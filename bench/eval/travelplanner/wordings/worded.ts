import { DateTime } from 'luxon';
import { NUMBER_WORDS } from '../../../../trips/number-words.ts';
import { type Draw, oneOf } from '../others.ts';
import type { Task } from '../task.ts';
import type { List, Phrases } from './phrases.ts';

const inWords = (number: number): string => (number < 10 && NUMBER_WORDS[number]) || String(number);

/** Words tasks as people may say them, by phrases. */
export const worded =
  (phrases: Phrases) =>
  (task: Task, draw: Draw): string => {
    const values = { ...datesOf(task), ...peopleOf(task, draw), ...moneyOf(task), ...placesOf(task, draw) };
    const said = (list: List): string => filled(oneOf(draw, list), values);
    const party = phrases.parties[sizeOf(task, draw)];
    const parts = {
      ...values,
      long: said(phrases.long[task.days === 3 ? 3 : task.days === 5 ? 5 : 7]),
      for: said(party.for),
      are: said(party.are),
      way: said(task.visiting_city_number === 1 ? phrases.toOne : phrases.toSeveral),
      when: said(values.M1 === values.M2 && draw() < 0.5 ? phrases.whenInOneMonth : phrases.when),
      money: said(phrases.money),
    };
    const { 'house rule': house, 'room type': room, transportation: way, cuisine } = task.local_constraint;
    const wishes = [
      ...(house ? [phrases.house[house as keyof Phrases['house']]] : []),
      ...(room ? [phrases.rooms[room as keyof Phrases['rooms']]] : []),
      ...(way ? [phrases.ways[way as keyof Phrases['ways']]] : []),
      ...(cuisine?.length ? [phrases.food] : []),
    ].map((list) => ({ said: filled(oneOf(draw, list), { list: listOf(cuisine ?? [], draw) }), at: draw() }));
    const inOrder = wishes.sort((a, b) => a.at - b.at).map(({ said: one }) => one);
    const opening = filled(oneOf(draw, phrases.openings), parts);
    return `${[opening, ...inOrder].join(' ')}${oneOf(draw, phrases.closings)}`;
  };

const filled = (template: string, values: Readonly<Record<string, string>>): string =>
  template.replace(/<([^>]+)>/g, (_, name: string) => values[name] ?? '');

const sizeOf = ({ people_number: n }: Task, draw: Draw): keyof Phrases['parties'] => {
  if (n === 1) return 'one';
  if (n === 2 && draw() < 0.6) return 'two';
  return n === 3 && draw() < 0.5 ? 'three' : 'many';
};

const peopleOf = ({ people_number: n }: Task, draw: Draw) => {
  const said = draw() < 0.5 ? String(n) : inWords(n);
  const kids = Math.floor(n / 2);
  const split = `${inWords(n - kids)} adults and ${inWords(kids)} ${kids === 1 ? 'teenager' : 'teenagers'}`;
  const others = inWords(n - 1);
  return { n: said, N: said.charAt(0).toUpperCase() + said.slice(1), 'n-1': others, split };
};

const ordinal = (day: number): string =>
  `${day}${day % 10 === 1 && day !== 11 ? 'st' : day % 10 === 2 && day !== 12 ? 'nd' : day % 10 === 3 && day !== 13 ? 'rd' : 'th'}`;

const datesOf = ({ flight_dates: dates = [], days }: Task) => {
  const of = (date: string, which: 1 | 2): Readonly<Record<string, string>> => {
    const day = DateTime.fromISO(date);
    return {
      [`M${which}`]: day.toFormat('LLLL'),
      [`m${which}`]: day.toFormat('LLL'),
      [`d${which}`]: String(day.day),
      [`o${which}`]: ordinal(day.day),
      [`w${which}`]: day.toFormat('cccc'),
      [`iso${which}`]: date,
      [`us${which}`]: `${day.month}/${day.day}/${day.year}`,
    };
  };
  const all = { ...of(dates[0] ?? '', 1), ...of(dates.at(-1) ?? '', 2) };
  return { M1: '', M2: '', ...all, y: (dates[0] ?? '').slice(0, 4), days: inWords(days), nights: inWords(days - 1) };
};

/** `2300` in words. */
const sumInWords = (sum: number): string => {
  const [thousands, hundreds] = [Math.floor(sum / 1000), Math.floor((sum % 1000) / 100)];
  const said = [
    ...(thousands > 0 ? [`${thousands < 10 ? inWords(thousands) : thousands} thousand`] : []),
    ...(hundreds > 0 ? [`${inWords(hundreds)} hundred`] : []),
  ];
  return said.join(' ');
};

const moneyOf = ({ budget }: Task) => ({
  sum: budget.toLocaleString('en'),
  bare: String(budget),
  k: String(budget / 1000),
  words: sumInWords(budget),
});

const placesOf = ({ org, dest, visiting_city_number: n }: Task, draw: Draw) => ({
  home: org,
  place: dest,
  c: draw() < 0.5 ? String(n) : inWords(n),
});

const listOf = (cuisines: readonly string[], draw: Draw): string =>
  cuisines.length < 2
    ? (cuisines[0] ?? '')
    : `${cuisines.slice(0, -1).join(', ')}${oneOf(draw, [' and ', ', and '])}${cuisines.at(-1)}`;
