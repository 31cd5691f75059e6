import { openPolls } from '../../trips/polls/open-poll.ts';
import type { Trip } from '../../trips/trips/trip.ts';
import { answerReply } from '../skills/ask.ts';
import { introduction, startsInTrip } from '../skills/help.ts';
import type { Said, Skill } from '../skills/skill.ts';
import { inPassing } from '../skills/small-talk.ts';
import type { Turn } from '../turn.ts';
import { type DayRange, readDayRange } from '../understanding/dates.ts';
import { affirmed, denied } from '../understanding/denial.ts';
import { matchNamed, names, wantsOneOf } from '../understanding/option-words.ts';
import { readDescription } from '../understanding/party.ts';
import { passingIn } from '../understanding/passing.ts';
import { tells as saysOf } from '../understanding/question.ts';
import { askLibrary } from '../understanding/spanish/ask-library.ts';
import type { Run } from './carry-out.ts';
import { isRestricted, restricted } from './perform.ts';
import { contextOf, heard } from './skill-context.ts';
import { reckon, withModel } from './through-model.ts';
import { tripOf } from './trip-spoken-of.ts';
import { votesForAnother } from './vote-of-another.ts';

/** "i would like sunday" may be a vote; a story in which Sunday occurs is none. */
const MOST_WORDS_OF_A_CHOICE = 8;
/** Characters of such words that are looked at. */
const MOST_CHOSEN = 300;

/** A vote, when the words name an option of an open poll and do not deny it. */
export const voteIn = async (turn: Turn, run: Run): Promise<Said | undefined> => {
  const { text } = turn.incoming;
  const trip = await tripOf(turn);
  if (trip.kind !== 'member' || text.split(/\s+/).length > MOST_WORDS_OF_A_CHOICE || denied(text) !== undefined)
    return undefined;
  const open = await openPolls(turn.house.records, trip.member.trip.id);
  const other = await votesForAnother(turn, text, trip.member);
  if (other && open.length > 0) return run('record-vote', other, text);
  const chosen = affirmed(heard(turn, 'vote', text).slice(0, MOST_CHOSEN));
  // "The italian one" of options that say nothing of Italy is asked for, and not lost.
  return (open.length > 0 && wantsOneOf(chosen)) ||
    open.some((poll) => matchNamed(poll, chosen) !== undefined || (poll.kind !== undefined && names(poll, chosen)))
    ? run('vote', { words: chosen }, text)
    : undefined;
};

/** Whether days are those of the trip: one alone is for something else, unless it is known how long the trip lasts. */
const saysWhen = ({ days }: Pick<Trip, 'days'>, range: DayRange | undefined): boolean =>
  range !== undefined && (days !== undefined || range.startDate !== range.endDate);

/** Words that no skill claims: perhaps they tell of the family, perhaps a document answers them. */
export const unclear = async (turn: Turn, skills: ReadonlyMap<string, Skill>, run: Run): Promise<Said> => {
  if (isRestricted(turn)) return restricted(turn);
  const { text } = turn.incoming;
  const now = new Date(turn.house.clock.now());
  const plainly = heard(turn, 'describe-family', text);
  const describes = turn.person !== undefined && readDescription(plainly, now) !== undefined;
  const context = contextOf(turn, text);
  const trip = await tripOf(turn);
  if (trip.kind !== 'member') return describes ? run('describe-family', {}, text, '') : introduction(context);
  const { trip: subject, participation } = trip.member;
  const voted = await voteIn(turn, run);
  if (voted) return voted;
  const passing = passingIn(text);
  const nod = passing && inPassing(passing, turn.words);
  if (nod !== undefined) return { text: nod };
  // "We like the Pelican" is a vote where the Pelican can be voted for, and a wish elsewhere.
  if (describes) return run('describe-family', {}, text, '');
  if (subject.startDate === undefined && saysWhen(subject, readDayRange(plainly, now)))
    return run('settle-trip', {}, text, '');
  const reckoned = await reckon(turn, skills, run);
  if (reckoned) return reckoned;
  turn.asksDocuments = true;
  turn.incoming.progress?.doing(turn.words.documents.looking);
  const scope = { tripId: subject.id, familyId: turn.incoming.group ? undefined : participation.familyId };
  const question = {
    ...{ text, scope, history: turn.session.history, asker: turn.planned ? undefined : turn.person?.id },
    onText: (so: string): void => turn.incoming.progress?.soFar(so),
  };
  // A few words may be all of a question ("pool hours"); a sentence says whether it asks, and thanks or bookings do not.
  const few = text.trim().split(/\s+/).length <= MOST_WORDS_OF_A_CHOICE && !saysOf(plainly);
  const asks = few || (await turn.house.library.wants(question));
  const answer = asks ? await askLibrary(turn.house.library, question, turn.words.language) : undefined;
  if (answer?.found) return answerReply(answer, turn.words, text);
  return askModel(turn, skills, run);
};

/** The last resort for words that neither rules nor documents make anything of; there may be no model to ask. */
const askModel = async (turn: Turn, skills: ReadonlyMap<string, Skill>, run: Run): Promise<Said> => {
  const { talk } = turn.words;
  const { said, degradation } = await withModel(turn, skills, run, false);
  if (said) return said;
  const saves = degradation?.reason === 'budget' || degradation?.reason === 'throttled';
  if (saves) return { text: `${talk.saving} ${talk.notUnderstood}` };
  // The same sentence twice helps nobody.
  return turn.session.puzzled
    ? { text: talk.stillNotUnderstood, choices: startsInTrip(turn.words) }
    : { text: talk.notUnderstood };
};
