import { sayCitation } from '../trips/documents/citation.ts';
import { sayFamily } from '../trips/families/family.ts';
import { fitText } from './fit-text.ts';
import type { Card, Choice, FactsCard, ItineraryCard, PollCard, PollCardOption, Reply } from './reply.ts';

export interface TextLimits {
  /** The most UTF-16 units the text may have; a plan is then told in its short form. No limit when absent. */
  readonly max?: number | undefined;
}

/** How much of a card is told: everything, what one needs to decide, or the least that can still be answered. */
type Detail = 'full' | 'short' | 'bare';

/** What stands where a text had to end early and no link leads to the rest. */
const ASK_FOR_REST = 'That is not all: ask me for the part you need.';

/** Items of a day named in a plan's short form; the rest is counted. */
/** Characters of what is still open, in a text. */
const SHORT_GAP = 110;
const ITEMS_PER_DAY = 3;

/**
 * A reply as complete plain text: what is said, the card in words, numbered choices, sources.
 * With `max` it never exceeds it: detail goes first, then the end, at a whole line, sentence or word, saying how to get the rest.
 */
export const renderText = (reply: Reply, { max = Number.POSITIVE_INFINITY }: TextLimits = {}): string => {
  const tail = lines([choiceLines(reply), citationLines(reply)]);
  const details: readonly Detail[] = Number.isFinite(max) ? levels(reply.card) : ['full'];
  const said = reply.text.trim();
  let card = '';
  for (const detail of details) {
    card = lines([cardLines(reply, detail)]);
    const whole = lines([[said], [card], [tail]]);
    if (whole.length <= max) return whole;
  }
  // A poll must stay answerable: its options are kept and the words before it give way.
  if (reply.card?.kind === 'poll') return fitText(said, lines([[card], [tail]]), '', max);
  return fitText(lines([[said], [card]]), tail, rest(reply.card), max);
};

const levels = (card: Card | undefined): readonly Detail[] => {
  if (card?.kind === 'itinerary') return ['short', 'bare'];
  return card?.kind === 'poll' ? ['full', 'short', 'bare'] : ['full'];
};

const rest = (card: Card | undefined): string =>
  card?.kind === 'itinerary' && card.link ? `The rest: ${card.link}` : ASK_FOR_REST;

const lines = (groups: readonly (readonly string[])[]): string => groups.flat().filter(Boolean).join('\n');

/** People's words on one line of their own, so that no line break in them can pass for a line of ours. */
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

const cardLines = (reply: Reply, detail: Detail): readonly string[] => {
  const { card } = reply;
  switch (card?.kind) {
    case 'poll':
      return pollLines(card, detail, reply);
    case 'itinerary':
      return detail === 'full' ? planLines(card) : shortPlanLines(card, detail);
    case 'facts':
      return factLines(card);
    default:
      return [];
  }
};

const factLines = ({ title, facts }: FactsCard): readonly string[] => [
  oneLine(title),
  ...facts.map(({ label, value }) => `${oneLine(label)}: ${oneLine(value)}`),
];

/** The longest a question, an option and a price may be when space is scarce: ten of them still fit 1,600 characters. */
const BARE_QUESTION = 160;
const BARE_OPTION = 80;
const BARE_PRICE = 20;

const pollLines = (card: PollCard, detail: Detail, reply: Reply): readonly string[] => {
  const short = (text: string, max: number): string =>
    detail === 'bare' ? shorten(oneLine(text), max) : oneLine(text);
  const counted = card.status !== 'open' || card.options.some(({ votes, score }) => votes > 0 || score !== undefined);
  // Another list is being asked here: numbers answer that one, so the options must not carry any.
  const numbered = card.status === 'open' && (listsOptions(card, reply.choices) || !reply.choices?.length);
  const options = card.options.map((option, index) => {
    const words = [
      short(option.text, BARE_OPTION),
      detail === 'full' && option.details ? oneLine(option.details) : '',
      short(option.price ?? '', BARE_PRICE),
    ];
    const mine = option.mine ? ` (yours${option.myScore === undefined ? '' : `: ${option.myScore}`})` : '';
    return `${numbered ? `${index + 1})` : '-'} ${words.filter(Boolean).join(', ')}${countOf(card, option, counted)}${mine}`;
  });
  const asks = card.status === 'open' ? 'asks' : 'asked';
  return [
    reply.text.includes(card.question)
      ? ''
      : `${oneLine(card.askedBy)} ${asks}: ${short(card.question, BARE_QUESTION)}`,
    ...options,
    recordedLine(card),
    ...(card.status === 'open'
      ? [...(numbered ? votingLines(card, reply.text) : []), waitingLine(card, counted)]
      : [oneLine(card.outcome ?? 'Voting has closed.')]),
  ];
};

const recordedLine = ({ recorded = [] }: PollCard): string =>
  recorded.length === 0 ? '' : `Recorded by the organizer: ${and(recorded.map((name) => sayFamily(oneLine(name))))}.`;

/** What an option has so far: `: 2 votes`, `: 3.7 of 5`. */
const countOf = ({ takes }: PollCard, { votes, score }: PollCardOption, counted: boolean): string => {
  if (takes === 'score') return score === undefined ? '' : `: ${score} of 5`;
  return counted ? `: ${votes} ${votes === 1 ? 'vote' : 'votes'}` : '';
};

/** How several options are answered at once, in a poll that takes that; with scores and picks for the options there are. */
const severalLine = ({ takes, options }: PollCard): string => {
  const last = options.length;
  return takes === 'score'
    ? `score each, 5 the best, e.g. "1=4 ${last}=2"`
    : `reply all that suit you, e.g. "1 ${last}"`;
};

/** How the reader votes, or changes the vote, and until when. */
const votingLines = (card: PollCard, said: string): readonly string[] => {
  const closes = card.closes && oneLine(card.closes);
  if (!card.votingFor) return closes ? [`Voting ends ${closes}.`] : [];
  const family = sayFamily(oneLine(card.votingFor));
  const mine = card.options.findIndex((option) => option.mine) + 1;
  if (card.takes === 'score' || card.takes === 'approval') {
    const until = closes ? `${mine === 0 ? ' by' : ' until'} ${closes}` : '';
    if (mine === 0) return [`For ${family}${until}: ${severalLine(card)}.`];
    return [`To change it${until}: ${severalLine(card)}.`];
  }
  if (mine === 0) return [`Vote for ${family}${closes ? ` by ${closes}` : ''}: reply ${oneOf(card.options.length)}.`];
  const change = `end another number to change${closes ? ` until ${closes}` : ''}.`;
  const vote = `${capital(family)} vote ${mine}`;
  return [said.includes(vote) ? `S${change}` : `${vote}; s${change}`];
};

const waitingLine = (card: PollCard, counted: boolean): string => {
  const waiting = and(card.waitingFor.map((name) => sayFamily(oneLine(name))));
  if (waiting) return `Waiting for ${waiting}.`;
  return counted ? 'Every family has voted.' : '';
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** `1`, `1 or 2`, `1, 2 or 3`, `1-4`. */
const oneOf = (count: number): string => {
  if (count > 3) return `1-${count}`;
  return ['1', '1 or 2', '1, 2 or 3'][count - 1] ?? '';
};

/** `a`, `a and b`, `a, b and c`. */
const and = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

const planLines = (card: ItineraryCard): readonly string[] => [
  oneLine(card.title),
  ...card.days.flatMap((day) => [
    `${oneLine(day.label)}:`,
    ...day.items.map(({ time, title, cost, note }) => {
      const extras = [cost, note].flatMap((extra) => (extra ? [oneLine(extra)] : []));
      return `- ${oneLine(time)} ${[oneLine(title), ...extras].join(', ')}`;
    }),
  ]),
  card.total ? `Total: ${oneLine(card.total)}` : '',
  ...card.checks.map(({ ok, text }) => `${ok ? 'OK' : 'Not met'}: ${oneLine(text)}`),
  ...card.gaps.map((gap) => `Still open: ${oneLine(gap)}`),
  card.link ? `Whole plan: ${card.link}` : '',
];

const shortPlanLines = (card: ItineraryCard, detail: Detail): readonly string[] => {
  const failed = card.checks.filter(({ ok }) => !ok);
  const passed = card.checks.length - failed.length;
  return [
    [oneLine(card.title), card.total && oneLine(card.total)].filter(Boolean).join(': '),
    ...failed.map(({ text }) => `Not met: ${oneLine(text)}`),
    failed.length === 0 && passed > 0 ? passedLine(card) : '',
    ...card.gaps.slice(0, 1).map((gap) => `Still open: ${shorten(oneLine(gap), SHORT_GAP)}`),
    ...(detail === 'short' ? firstDay(card) : []),
    card.link ? `Whole plan: ${card.link}` : '',
  ];
};

/** How many checks passed, and what they were about. */
const passedLine = ({ checks }: ItineraryCard): string => {
  const about = checks.flatMap(({ name }) => (name === undefined ? [] : [oneLine(name).toLowerCase()]));
  const all = checks.length === 1 ? 'Its check passed' : `All ${checks.length} checks passed`;
  return `${all}${about.length > 0 ? `: ${about.join(', ')}` : ''}.`;
};

/** A text costs by the piece: of several days the first is told, one day that was asked for is told whole. */
const firstDay = ({ days }: ItineraryCard): readonly string[] => {
  const [first, second] = days;
  if (!first) return [];
  return second
    ? [dayLine(first, ITEMS_PER_DAY), 'Reply DAY 2 for the next day.']
    : [dayLine(first, first.items.length)];
};

const dayLine = ({ label, items }: ItineraryCard['days'][number], most: number): string => {
  const shown = items.slice(0, most).map(({ time, title }) => `${oneLine(time)} ${oneLine(title)}`);
  const more = items.length - shown.length;
  return `${oneLine(label)}: ${shown.length === 0 ? 'free' : shown.join(', ')}${more > 0 ? `, +${more} more` : ''}`;
};

/** Numbered as the session counts them; a poll's options have been listed already. */
const choiceLines = ({ card, choices = [] }: Reply): readonly string[] => {
  const listed = card?.kind === 'poll' && listsOptions(card, choices) ? card.options.length : 0;
  return choices.slice(listed).map(({ label }, index) => `${listed + index + 1}) ${oneLine(label)}`);
};

/** The choices begin with the poll's options, in their order: number n means option n. */
const listsOptions = (card: PollCard, choices: readonly Choice[] = []): boolean =>
  card.status === 'open' &&
  choices.length >= card.options.length &&
  card.options.every((option, index) => choices[index]?.label.includes(option.text));

const citationLines = ({ citations = [] }: Reply): readonly string[] =>
  citations.map((citation) => `[${citation.n}] ${oneLine(sayCitation(citation))}`);

const shorten = (text: string, max: number): string => (text.length <= max ? text : fitText(text, '', '...', max, ''));
