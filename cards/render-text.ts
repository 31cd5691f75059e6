import { fitText } from './fit-text.ts';
import { aroundOptions, type Detail, detailsIn, draftLines, moreOf, oneLine, pricesIn } from './found-text.ts';
import type { Card, Choice, FactsCard, ItineraryCard, PollCard, PollCardOption, Reply } from './reply.ts';
import type { Words } from './words/catalogue.ts';
import { wordsIn } from './words/words.ts';

export interface TextLimits {
  /** The most UTF-16 units the text may have; a plan is then told in its short form. No limit when absent. */
  readonly max?: number | undefined;
  /** Everything is told while there is room for it, instead of the short form. */
  readonly roomy?: boolean | undefined;
  /** Puts the words of a title in bold, where the reader sees that. */
  readonly bold?: Bold | undefined;
  /** Nobody can answer where this is read: no choices, and nothing that asks for a reply. */
  readonly oneWay?: boolean | undefined;
}

type Shown = Reply & Pick<TextLimits, 'oneWay'>;

type Bold = (words: string) => string;

/** Characters of what is still open, in a text. */
const SHORT_GAP = 110;
/** Items of a day named in a plan's short form; the rest is counted. */
const ITEMS_PER_DAY = 3;

/**
 * A reply as complete plain text: what is said, the card in words, numbered choices, sources.
 * With `max` it never exceeds it: detail goes first, then the end, at a whole line, sentence or word, saying how to get the rest.
 */
export const renderText = (
  given: Reply,
  { max = Number.POSITIVE_INFINITY, roomy, bold = (plain) => plain, oneWay }: TextLimits = {},
): string => {
  const reply: Shown = oneWay ? { ...given, choices: undefined, oneWay } : given;
  const words = wordsIn(reply.language);
  const tail = lines([choiceLines(reply), citationLines(reply, words)]);
  const details: readonly Detail[] = Number.isFinite(max) ? levels(reply.card, roomy) : ['full'];
  const said = reply.text.trim();
  let card = '';
  for (const detail of details) {
    card = lines([cardLines(reply, detail, words, bold)]);
    const whole = lines([[said], [card], [tail]]);
    if (whole.length <= max) return whole;
  }
  // A poll must stay answerable: its options are kept and the words before it give way.
  if (reply.card?.kind === 'poll') return fitText(said, lines([[card], [tail]]), '', max);
  return fitText(lines([[said], [card]]), tail, rest(reply.card, words), max);
};

const levels = (card: Card | undefined, roomy = false): readonly Detail[] => {
  if (card?.kind === 'itinerary' && !roomy) return ['short', 'bare'];
  // All that documents say of each option is more than a text should cost; it can be asked for.
  const found =
    card?.kind === 'draft' || (card?.kind === 'poll' && card.options.some(({ source }) => source !== undefined));
  if (found && !roomy) return ['short', 'bare'];
  return card === undefined || card.kind === 'facts' ? ['full'] : ['full', 'short', 'bare'];
};

const rest = (card: Card | undefined, { card: own }: Words): string =>
  card?.kind === 'itinerary' && card.link ? own.theRest(card.link) : own.askForRest;

const lines = (groups: readonly (readonly string[])[]): string => groups.flat().filter(Boolean).join('\n');

const cardLines = (reply: Shown, detail: Detail, words: Words, bold: Bold): readonly string[] => {
  const { card } = reply;
  switch (card?.kind) {
    case 'poll':
      return pollLines(card, detail, reply, words, bold);
    case 'draft':
      return draftLines(card, detail, words, (text, what) => (detail === 'bare' ? shorten(text, BARE[what]) : text));
    case 'itinerary':
      return detail === 'full' ? planLines(card, words, bold) : shortPlanLines(card, detail, words, bold);
    case 'facts':
      return factLines(card, bold);
    default:
      return [];
  }
};

const factLines = ({ title, facts }: FactsCard, bold: Bold): readonly string[] => [
  bold(oneLine(title)),
  ...facts.map(({ label, value }) => `${oneLine(label)}: ${oneLine(value)}`),
];

/** The longest a question, an option and a price may be when space is scarce: ten of them still fit 1,600 characters. */
const BARE = { question: 160, option: 80, price: 20 } as const;

const pollLines = (card: PollCard, detail: Detail, reply: Shown, words: Words, bold: Bold): readonly string[] => {
  const { card: own } = words;
  const short = (text: string, max: number): string =>
    detail === 'bare' ? shorten(oneLine(text), max) : oneLine(text);
  const open = card.status === 'open';
  const counted =
    !open || card.options.some(({ votes, score, ifNeedBe }) => votes > 0 || score !== undefined || (ifNeedBe ?? 0) > 0);
  // Another list is being asked here: numbers answer that one, so the options must not carry any.
  const numbered = open && !reply.oneWay && (listsOptions(card, reply.choices) || !reply.choices?.length);
  const options = card.options.map((option, index) => {
    const said = [
      short(option.text, BARE.option),
      detailsIn(option, detail),
      short(pricesIn(option, detail), BARE.price),
    ];
    const mine = option.mine ? words.ballots.yours(option.own ?? {}) : '';
    return `${numbered ? `${index + 1})` : '-'} ${said.filter(Boolean).join(', ')}${countOf(card, option, counted, words)}${mine}${moreOf(option, detail, words)}`;
  });
  const asked = own.asked(oneLine(card.askedBy), bold(short(card.question, BARE.question)), open);
  return [
    reply.text.includes(card.question) ? '' : asked,
    ...options,
    ...aroundOptions(card, detail, words),
    recordedLine(card, words),
    card.quorum !== undefined && open && detail === 'full' ? own.quorum(card.quorum) : '',
    card.anonymous && open ? own.anonymous : '',
    card.mayAdd && numbered && detail === 'full' ? words.ballots.mayAdd : '',
    sittingOutLine(card, words),
    ...(open
      ? [...(numbered ? votingLines(card, reply.text, words) : []), waitingLine(card, counted, words)]
      : [oneLine(card.outcome ?? own.hasClosed)]),
  ];
};

const named = (families: readonly string[], { say }: Words): string =>
  say.list(families.map((name) => say.family(oneLine(name))));

const recordedLine = ({ recorded = [] }: PollCard, words: Words): string =>
  recorded.length === 0 ? '' : words.card.recorded(named(recorded, words));

const sittingOutLine = ({ sittingOut = [] }: PollCard, words: Words): string =>
  sittingOut.length === 0 ? '' : words.card.sittingOut(named(sittingOut, words));

/** What an option has so far: `: 2 votes`, `: 3.7 of 5`, `: 2 yes, 1 if need be`. */
const countOf = ({ takes }: PollCard, option: PollCardOption, counted: boolean, { ballots }: Words): string => {
  const said = counted ? ballots.counted(takes ?? 'choice', option) : '';
  return said === '' ? '' : `: ${said}`;
};

/** How the reader votes, or changes the vote, and until when. */
const votingLines = (card: PollCard, said: string, { say, ballots, card: own }: Words): readonly string[] => {
  const closes = card.closes && oneLine(card.closes);
  if (!card.votingFor) return closes ? [own.ends(closes)] : [];
  const family = say.family(oneLine(card.votingFor));
  const mine = card.options.findIndex((option) => option.mine) + 1;
  const count = card.options.length;
  if (card.takes !== undefined && card.takes !== 'choice') {
    const howTo = ballots.howTo(card.takes, count);
    return [mine === 0 ? own.replySeveral(family, howTo, closes) : own.changeSeveral(howTo, closes)];
  }
  if (mine === 0) return [own.reply(family, count, closes)];
  const vote = own.votesNumber(family, mine);
  return [said.includes(vote) ? own.sendAnother(closes) : own.votedSendAnother(vote, closes)];
};

const waitingLine = (card: PollCard, counted: boolean, words: Words): string => {
  if (card.waitingFor.length > 0) return words.card.waitingFor(named(card.waitingFor, words));
  return counted ? words.card.everyoneVoted : '';
};

const planLines = (card: ItineraryCard, { card: own }: Words, bold: Bold): readonly string[] => [
  bold(oneLine(card.title)),
  ...card.days.flatMap((day) => [
    bold(`${oneLine(day.label)}:`),
    ...day.items.map(({ time, title, cost, note }) => {
      const extras = [cost, note].flatMap((extra) => (extra ? [oneLine(extra)] : []));
      return `- ${oneLine(time)} ${[oneLine(title), ...extras].join(', ')}`;
    }),
  ]),
  card.total ? own.total(oneLine(card.total)) : '',
  ...card.checks.map(({ ok, text }) => own.check(ok, oneLine(text))),
  ...card.gaps.map((gap) => own.stillOpen(oneLine(gap))),
  card.link ? own.wholePlan(card.link) : '',
];

const shortPlanLines = (card: ItineraryCard, detail: Detail, words: Words, bold: Bold): readonly string[] => {
  const { card: own } = words;
  const failed = card.checks.filter(({ ok }) => !ok);
  const passed = card.checks.length - failed.length;
  const about = card.checks.flatMap(({ name }) => (name === undefined ? [] : [oneLine(name).toLowerCase()]));
  return [
    [bold(oneLine(card.title)), card.total && oneLine(card.total)].filter(Boolean).join(': '),
    ...failed.map(({ ok, text }) => own.check(ok, oneLine(text))),
    failed.length === 0 && passed > 0 ? own.passed(card.checks.length, about) : '',
    ...card.gaps.slice(0, 1).map((gap) => own.stillOpen(shorten(oneLine(gap), SHORT_GAP))),
    ...(detail === 'short' ? firstDay(card, words) : []),
    card.link ? own.wholePlan(card.link) : '',
  ];
};

/** A text costs by the piece: of several days the first is told, one day that was asked for is told whole. */
const firstDay = ({ days }: ItineraryCard, words: Words): readonly string[] => {
  const [first, second] = days;
  if (!first) return [];
  return second
    ? [dayLine(first, ITEMS_PER_DAY, words), words.card.nextDay]
    : [dayLine(first, first.items.length, words)];
};

const dayLine = ({ label, items }: ItineraryCard['days'][number], most: number, { card: own }: Words): string => {
  const shown = items.slice(0, most).map(({ time, title }) => `${oneLine(time)} ${oneLine(title)}`);
  const more = items.length - shown.length;
  return `${oneLine(label)}: ${shown.length === 0 ? own.free : shown.join(', ')}${more > 0 ? `, ${own.more(more)}` : ''}`;
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

const citationLines = ({ citations = [] }: Reply, { say }: Words): readonly string[] =>
  citations.map((citation) => `[${citation.n}] ${oneLine(say.citation(citation))}`);

const shorten = (text: string, max: number): string => (text.length <= max ? text : fitText(text, '', '...', max, ''));
