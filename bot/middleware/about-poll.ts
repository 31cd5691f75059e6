import { openPolls } from '../../trips/polls/open-poll.ts';
import type { Poll } from '../../trips/polls/poll.ts';
import type { Turn } from '../turn.ts';
import { hasNoPreference } from '../understanding/option-words.ts';
import { readSaidOfOptions } from '../understanding/said-of-options.ts';
import { askedHowTheyStand } from '../understanding/standing-words.ts';
import type { ForSkill, Understood } from '../understanding/understood.ts';
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

/**
 * What words are for once the trip's open polls are looked at: an answer to one, or a question how it stands. Nothing when
 * they were plainly for something else.
 */
export const forOpenPoll = async (turn: Turn, understood: Understood): Promise<ForSkill | undefined> => {
  if (!isLoose(understood) || turn.person === undefined || turn.person.restrictedAt !== undefined) return undefined;
  const trip = await tripOf(turn);
  const open = trip.kind === 'member' ? await openPolls(turn.house.records, trip.member.trip.id) : [];
  if (open.length === 0) return undefined;
  const { text } = turn.incoming;
  if (answersOne(open, text)) return { kind: 'skill', skill: 'vote', text };
  const asked = askedHowTheyStand(open, text);
  if (!asked) return undefined;
  const [only, second] = asked;
  return { kind: 'skill', skill: 'results', text, ...(only && !second && { known: { pollId: only.id } }) };
};
