import { openPolls } from '../../trips/polls/open-poll.ts';
import type { Poll } from '../../trips/polls/poll.ts';
import type { Turn } from '../turn.ts';
import { readAddition } from '../understanding/added-words.ts';
import { isWeekday } from '../understanding/named-days.ts';
import { hasNoPreference, matchOption } from '../understanding/option-words.ts';
import { datedOptions } from '../understanding/poll-kind-words.ts';
import { readSaidOfOptions } from '../understanding/said-of-options.ts';
import { askedHowTheyStand } from '../understanding/standing-words.ts';
import { forSkill, type Understood } from '../understanding/understood.ts';
import { tripOf } from './trip-spoken-of.ts';

/** What words about an open poll are easily taken for, as long as nobody looks at the poll. */
const TAKEN_FOR: ReadonlySet<string> = new Set([
  ...['ask', 'describe-family', 'settle-trip', 'change-plan', 'new-poll', 'magic-poll', 'trip-summary', 'record-vote'],
  ...['plan-itinerary', 'show-itinerary', 'why', 'whats-next', 'trip-status', 'forget-preference', 'take-back-vote'],
  ...['add-member', 'change-member', 'add-option', 'poll-deadline', 'common-ground', 'call-me', 'stops', 'weather'],
  ...['cancel-reservation', 'add-reservation', 'set-reminder', 'what-changed', 'results', 'budget', 'add-expense'],
]);
/** Asks for a poll by its name, whatever is open. */
const ASKS_FOR_POLL =
  /^\W*(?:(?:new|start|open|make|create|nueva|haz|abre) .{0,20})?(?:poll|vote|encuesta|votaci[oó]n|votemos)\b/i;

/** Ends what is spoken of: with a poll open that is the poll, also when an option of it was added last. */
const CLOSES_IT =
  /^(?:(?:please|pls|ok|okay|so|now|then|and|right)[\s,]+)*(?:close|end|finish|shut) (?:it|this|that|this one|that one)(?:[\s,]+(?:now|please|pls|then|down))*[\s.!]*$/i;

const isLoose = (understood: Understood): boolean =>
  understood.kind === 'unclear' ||
  understood.kind === 'either' ||
  understood.kind === 'declined' ||
  understood.kind === 'several' ||
  (understood.kind === 'skill' &&
    understood.slot === undefined &&
    !understood.instead &&
    TAKEN_FOR.has(understood.skill));

/** Whether words answer an open poll and say nothing else. */
const answersOne = (open: readonly Poll[], text: string): boolean =>
  (!ASKS_FOR_POLL.test(text) && open.some((poll) => readSaidOfOptions(poll, text) !== undefined)) ||
  hasNoPreference(text);

/** What was spoken of last, when it was a poll: what is said of adding something is said of that. */
const OF_POLLS: ReadonlySet<string> = new Set([
  ...['vote', 'new-poll', 'results', 'add-option', 'reopen-poll', 'record-vote', 'take-back-vote', 'remind-missing'],
  ...['poll-deadline', 'magic-poll', 'open-draft'],
]);

/** What words are for that would have one thing more to choose from: days beside days, anything while a poll is spoken of. */
const addsTo = (turn: Turn, understood: Understood, open: readonly Poll[]): Understood | undefined => {
  const { text } = turn.incoming;
  const addition = readAddition(text);
  if (!addition) return undefined;
  const [option] = datedOptions([addition.what], new Date(turn.house.clock.now()));
  const isDays = option?.days !== undefined || isWeekday(addition.what);
  const mayBe = open.filter(({ kind }) => (kind === 'dates') === isDays);
  // "Also the sushi bar" is for the poll that has a burger bar, and no vote for it.
  const nearly = mayBe.some((poll) => matchOption(poll, addition.what) !== undefined);
  const spokenOf = OF_POLLS.has(turn.session.lately?.[turn.speaker]?.skill ?? '') || (addition.beside && nearly);
  const either = understood.kind === 'either' && understood.skills.includes('add-option');
  if (mayBe.length === 0 || !(spokenOf || either || (isDays && !addition.wondered))) return undefined;
  // "What about the pool?" is asked of the papers, unless it is to come beside something.
  if (addition.wondered && !addition.beside && understood.kind !== 'unclear' && !isDays) return undefined;
  // Of somebody it may be said, too: "add Leo as well".
  if (understood.kind === 'skill' && understood.skill === 'add-member' && !isDays)
    return { kind: 'either', skills: ['add-option', 'add-member'], text };
  const [only, second] = mayBe;
  const pollId = only && !second ? only.id : undefined;
  return {
    kind: 'act',
    act: { skill: 'add-option', input: { pollId, option: addition.what, wondered: addition.wondered } },
  };
};

/**
 * What words are for once the trip's open polls are looked at: an answer to one, one thing more to choose from, or a
 * question how it stands. Nothing when they were plainly for something else.
 */
export const forOpenPoll = async (turn: Turn, understood: Understood): Promise<Understood | undefined> => {
  const { text } = turn.incoming;
  const closes = understood.kind === 'skill' && understood.slot === undefined && CLOSES_IT.test(text);
  if (!(closes || isLoose(understood)) || turn.person === undefined || turn.person.restrictedAt !== undefined)
    return undefined;
  const trip = await tripOf(turn);
  const open = trip.kind === 'member' ? await openPolls(turn.house.records, trip.member.trip.id) : [];
  if (open.length === 0) return undefined;
  if (closes) return forSkill('close-poll', text);
  if (answersOne(open, text)) return forSkill('vote', text);
  const adds = addsTo(turn, understood, open);
  if (adds) return adds;
  const asked = askedHowTheyStand(open, text);
  if (!asked) return undefined;
  const [only, second] = asked;
  return { ...forSkill('results', text), ...(only && !second && { known: { pollId: only.id } }) };
};
