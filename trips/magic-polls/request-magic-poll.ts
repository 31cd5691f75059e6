import { type Clock, instant } from '../clock.ts';
import { dayOf } from '../dates.ts';
import { idFrom, newId, type PollId, type TaskId, type TripId, type UserId } from '../ids.ts';
import { type PollCategory, polls } from '../polls/poll.ts';
import { type Records, retrying } from '../records.ts';
import { type Outcome, rejected } from '../rejection.ts';
import { memberOf } from '../roles/permission.ts';
import { isOver } from '../tasks/advance-task.ts';
import { beginTask } from '../tasks/begin-task.ts';
import { tasks } from '../tasks/task.ts';
import { settledAlready } from '../trips/set-status.ts';
import { categoryOf, type PollRequest, readPollWish } from './poll-wish.ts';

export interface MagicPollRequest extends Pick<PollRequest, 'open' | 'closesAt' | 'askedIn' | 'kind'> {
  readonly tripId: TripId;
  readonly userId: UserId;
  /** What it is to be about, in the person's words. */
  readonly words: string;
  /** How it is asked, where that is said already. */
  readonly question?: string | undefined;
  /** Read out of the words when absent. */
  readonly category?: PollCategory | undefined;
  /** The poll whose options nobody liked: new ones are looked for, and its question is asked again. */
  readonly follows?: PollId | undefined;
  /** Names the request: the same key again is the same task, whatever is redelivered. */
  readonly key?: string | undefined;
}

/**
 * Asks for a poll whose options are found. The task and the fact that hands it to the queue are saved together. The same
 * person asking the same while it is being made gets that task (`already`).
 */
export const requestMagicPoll = (
  records: Records,
  clock: Clock,
  { tripId, userId, key, words, question, category, follows, open, closesAt, askedIn, kind }: MagicPollRequest,
): Promise<Outcome<{ taskId: TaskId; already: boolean }>> =>
  retrying(async () => {
    const mine = await memberOf(records, userId, tripId);
    if (!mine.ok) return mine;
    const { trip } = mine.member;
    const over = settledAlready(trip);
    if (over !== undefined) return rejected('wrong-status', over);
    const at = instant(clock);
    if (closesAt !== undefined && closesAt <= at) return rejected('dates-invalid', 'the deadline has passed');
    const followed = follows === undefined ? undefined : await records.read(polls, tripId, follows);
    if (follows !== undefined && !followed) return rejected('not-found');
    if (followed?.status === 'open') return rejected('wrong-status', `"${followed.question}" is still open`);
    const about = category ?? followed?.category ?? (followed && categoryOf(followed.question));
    const read = readPollWish(followed?.question ?? words, trip, dayOf(at, trip.timeZone), about);
    const wish = read && question !== undefined ? { ...read, question } : read;
    if (!wish)
      return rejected(
        'invalid',
        'say what it is about: where to eat or stay, what to do, which day, or how to get there',
      );
    const request: PollRequest = { wish, kind: kind ?? followed?.kind, open, closesAt, follows, askedIn };
    const before = (await records.list(tasks, tripId)).filter(({ kind }) => kind === 'suggest-poll');
    const same = before.find(
      (task) =>
        task.requestedBy === userId &&
        ((key !== undefined && task.requestKey === key) ||
          (!isOver(task) && task.poll?.wish.question === wish.question)),
    );
    if (same) return { ok: true as const, taskId: same.id, already: true };
    const id = key === undefined ? newId('task') : idFrom('task', tripId, 'suggest-poll', userId, key);
    const by = { tripId, userId, id, at, act: 'requestMagicPoll' };
    return beginTask(records, by, { kind: 'suggest-poll', requestKey: key, poll: request });
  });
