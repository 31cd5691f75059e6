import { DateTime } from 'luxon';
import { type Draw, oneOf } from './others.ts';
import type { Task } from './task.ts';

const WORDS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const inWords = (number: number): string => WORDS[number] ?? String(number);
const ordinal = (day: number): string =>
  `${day}${day % 10 === 1 && day !== 11 ? 'st' : day % 10 === 2 && day !== 12 ? 'nd' : day % 10 === 3 && day !== 13 ? 'rd' : 'th'}`;

/** A task in one of the many ways people say such a thing. */
export const worded = (task: Task, draw: Draw): string => {
  const [party, when, money, route] = [
    partyOf(task, draw),
    whenOf(task, draw),
    moneyOf(task, draw),
    routeOf(task, draw),
  ];
  const long = longOf(task.days, draw);
  const opening = oneOf(draw, [
    `Could you help me arrange a ${long} trip ${party.for} ${route} ${when}? ${money}`,
    `Please plan a ${long} trip ${route} ${when} ${party.for}. ${money}`,
    `${party.are} We would like a ${long} itinerary ${route}, ${when}. ${money}`,
    `Hi! ${party.are} Can you put together a trip ${route}? We travel ${when}. ${money}`,
    `I need help organizing a ${long} getaway ${route} ${party.for}. The dates are ${when}. ${money}`,
    `Looking for a ${long} travel plan ${party.for}: ${route}, ${when}. ${money}`,
    `${money} ${party.are} Please make us an itinerary ${route} ${when}.`,
    `Can you draft a travel plan ${party.for} ${route} for ${inWords(task.days)} days, ${when}? ${money}`,
  ]);
  const asked = [...houseOf(task, draw), ...roomOf(task, draw), ...wayOf(task, draw), ...foodOf(task, draw)];
  const order = asked.map((said) => ({ said, at: draw() })).sort((a, b) => a.at - b.at);
  const closing = oneOf(draw, ['', '', ' Thanks in advance!', ' Everything else is up to you.', ' Thank you so much.']);
  return `${[opening, ...order.map(({ said }) => said)].join(' ')}${closing}`;
};

const partyOf = ({ people_number: n }: Task, draw: Draw): { readonly for: string; readonly are: string } => {
  if (n === 1) {
    return {
      for: oneOf(draw, [
        'for one person',
        'for a solo traveler',
        'for just me',
        'for one',
        'for myself',
        'for a single person',
      ]),
      are: oneOf(draw, ["I'm travelling alone.", 'It is just me.', 'I will be on my own.', "I'm going solo."]),
    };
  }
  if (n === 2 && draw() < 0.5) {
    return {
      for: oneOf(draw, [
        'for two',
        'for a couple',
        'for my husband and me',
        'for the two of us',
        'for me and a friend',
        'for a pair',
      ]),
      are: oneOf(draw, [
        'My wife and I are travelling together.',
        'A friend and I are travelling.',
        'There are two of us.',
        'We are a couple.',
      ]),
    };
  }
  if (n === 3 && draw() < 0.4) {
    return {
      for: oneOf(draw, ['for two friends and me', 'for the three of us', 'for three']),
      are: 'Two friends and I are going.',
    };
  }
  const count = oneOf(draw, [String(n), inWords(n)]);
  const kids = Math.floor(n / 2);
  const counted = `${inWords(n - kids)} adults and ${inWords(kids)} ${kids === 1 ? 'teenager' : 'teenagers'}`;
  return {
    for: oneOf(draw, [
      `for ${count} people`,
      `for a group of ${count}`,
      `for a party of ${count}`,
      `for our family of ${count}`,
      `for ${count} travelers`,
      `for ${count} of us`,
      `for ${count}`,
      `for ${counted}`,
    ]),
    are: oneOf(draw, [
      `We are a party of ${count}.`,
      `There are ${count} of us.`,
      `We're ${count} people.`,
      `We're a group of ${count} friends.`,
      `We will be ${count}.`,
      `We are ${counted}.`,
    ]),
  };
};

const longOf = (days: number, draw: Draw): string =>
  days === 7
    ? oneOf(draw, ['7-day', 'seven-day', 'week-long', 'one-week'])
    : oneOf(draw, [`${days}-day`, `${inWords(days)}-day`]);

const whenOf = ({ flight_dates: dates = [] }: Task, draw: Draw): string => {
  const [first, last] = [DateTime.fromISO(dates[0] ?? ''), DateTime.fromISO(dates.at(-1) ?? '')];
  const [from, to] = [first.toFormat('LLLL'), last.toFormat('LLLL')];
  const year = first.year;
  const same = from === to;
  return oneOf(draw, [
    `from ${from} ${ordinal(first.day)} to ${to} ${ordinal(last.day)}, ${year}`,
    `from ${from} ${ordinal(first.day)} to ${same ? '' : `${to} `}${ordinal(last.day)}, ${year}`,
    `between ${from} ${ordinal(first.day)} and ${to} ${ordinal(last.day)}, ${year}`,
    `from ${from} ${first.day} through ${to} ${last.day}, ${year}`,
    `${from} ${first.day}-${same ? '' : `${to} `}${last.day}, ${year}`,
    `${first.day} ${same ? '' : `${from} `}to ${last.day} ${to} ${year}`,
    `from the ${ordinal(first.day)} ${same ? '' : `of ${from} `}to the ${ordinal(last.day)} of ${to} ${year}`,
    `from ${first.toISODate()} to ${last.toISODate()}`,
    `from ${first.month}/${first.day}/${year} to ${last.month}/${last.day}/${year}`,
    `from ${first.toFormat('LLL')} ${first.day} until ${last.toFormat('LLL')} ${last.day}, ${year}`,
  ]);
};

const moneyOf = ({ budget }: Task, draw: Draw): string => {
  const said = budget.toLocaleString('en');
  const thousands = budget >= 1_000 ? `${budget / 1_000}k` : said;
  return oneOf(draw, [
    `Our budget is $${said}.`,
    `We have a budget of $${said}.`,
    `The budget is set at $${said}.`,
    `We can spend up to $${said}.`,
    `It should cost no more than ${said} dollars.`,
    `Please keep it under $${thousands}.`,
    `We'd like to stay under ${thousands}.`,
    `Total budget: USD ${said}.`,
    `Our budget is capped at ${said} USD.`,
    `$${budget} is the most we can spend.`,
  ]);
};

const routeOf = (task: Task, draw: Draw): string => {
  const { org, dest, visiting_city_number: n } = task;
  if (n === 1) {
    return oneOf(draw, [
      `from ${org} to ${dest}`,
      `departing from ${org} and heading to ${dest}`,
      `leaving ${org} for ${dest}`,
      `starting in ${org} and visiting ${dest}`,
      `to ${dest}, setting off from ${org}`,
      `to ${dest} from ${org}`,
      `originating in ${org} with ${dest} as the destination`,
    ]);
  }
  const number = oneOf(draw, [String(n), inWords(n)]);
  return oneOf(draw, [
    `from ${org} to ${number} cities in ${dest}`,
    `departing from ${org} and visiting ${number} different cities in ${dest}`,
    `starting in ${org} and covering ${number} cities across ${dest}`,
    `through ${number} cities in ${dest}, leaving from ${org}`,
    `beginning in ${org} to explore ${number} ${dest} cities`,
    `around ${dest} with stops in ${number} cities, setting out from ${org}`,
    `from ${org} to ${dest}, where we want to see ${number} cities`,
  ]);
};

const HOUSE: Readonly<Record<string, readonly [string, ...string[]]>> = {
  pets: [
    'The places we stay at must be pet-friendly.',
    'Our dog is coming along.',
    'We need rooms where pets are allowed.',
    "We're bringing our cat, so pets have to be okay.",
    'Accommodations should allow pets.',
  ],
  smoking: [
    'We need rooms where smoking is allowed.',
    'Smoking must be permitted where we stay.',
    'Some of us smoke, so the lodging has to allow smoking.',
    'Please pick smoker-friendly accommodations.',
  ],
  parties: [
    'The house rules must allow parties.',
    'We want to throw a party, so parties must be allowed.',
    'Rooms where parties are allowed, please.',
    'We plan to host parties where we stay.',
  ],
  visitors: [
    'Visitors must be allowed where we stay.',
    'We expect to have visitors over.',
    'The accommodation has to permit visitors.',
    'Rooms where visitors are welcome, please.',
  ],
  'children under 10': [
    'The rooms must allow children under 10.',
    "We're travelling with kids under the age of 10.",
    'Places have to be suitable for children under ten.',
    'Our lodging must welcome children under 10.',
  ],
};
const houseOf = ({ local_constraint: { 'house rule': rule } }: Task, draw: Draw): readonly string[] => {
  const known = rule ? HOUSE[rule] : undefined;
  return known ? [oneOf(draw, known)] : [];
};

const ROOM: Readonly<Record<string, readonly [string, ...string[]]>> = {
  'entire room': [
    'We want an entire room.',
    'Entire rooms only, please.',
    'We would like the entire place to ourselves.',
    'We need a whole apartment or house.',
    'The room type should be an entire room.',
  ],
  'private room': [
    'We prefer private rooms.',
    'A private room is a must.',
    'We want our rooms to be private.',
    'Room type: private room.',
  ],
  'not shared room': [
    "We don't want to share a room with strangers.",
    'No shared rooms, please.',
    'Anything but a shared room.',
    'The room should not be shared.',
    'We would rather avoid shared rooms.',
  ],
  'shared room': [
    'We want shared rooms.',
    'Shared rooms only.',
    'We would like to stay in a shared room.',
    'Room type: shared room.',
  ],
};
const roomOf = ({ local_constraint: { 'room type': room } }: Task, draw: Draw): readonly string[] => {
  const known = room ? ROOM[room] : undefined;
  return known ? [oneOf(draw, known)] : [];
};

const WAY: Readonly<Record<string, readonly [string, ...string[]]>> = {
  'no flight': [
    'No flights, please.',
    'We prefer not to fly.',
    "I'm afraid of flying, so no planes.",
    'We want to get around without flying.',
    'Please avoid air travel.',
    'None of the transportation should be by plane.',
  ],
  'no self-driving': [
    'No self-driving.',
    "We don't want to drive ourselves.",
    'We would rather not drive.',
    'None of us drives, so self-driving is out.',
    'We prefer not to self-drive.',
    'Getting there without driving ourselves would be best.',
  ],
};
const wayOf = ({ local_constraint: { transportation: way } }: Task, draw: Draw): readonly string[] => {
  const known = way ? WAY[way] : undefined;
  return known ? [oneOf(draw, known)] : [];
};

const foodOf = ({ local_constraint: { cuisine } }: Task, draw: Draw): readonly string[] => {
  if (!cuisine || cuisine.length === 0) return [];
  const list =
    cuisine.length === 1
      ? (cuisine[0] ?? '')
      : `${cuisine.slice(0, -1).join(', ')}${oneOf(draw, [' and ', ', and '])}${cuisine.at(-1)}`;
  return [
    oneOf(draw, [
      `We'd love to try ${list} cuisine.`,
      `We want to eat ${list} food on the way.`,
      `For meals we'd like ${list}.`,
      `Our favourite cuisines are ${list}.`,
      `We crave ${list} dishes.`,
      `${list} restaurants should be part of it.`,
      `Food we hope to have: ${list}.`,
    ]),
  ];
};
