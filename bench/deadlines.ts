import { closeTogether } from '../test/closing-together.ts';

/** The long version of what a test does with a few polls: five polls each in so many trips of six families. */
const TRIPS = Number(process.env.BENCH_TRIPS ?? 100);
const POLLS_EACH = 5;
/** Messages that the worker which is killed has sent by then. */
const KILL_AFTER = Number(process.env.BENCH_KILL_AFTER ?? 150);

const { sentBeforeKill, ...came } = await closeTogether(TRIPS, POLLS_EACH, KILL_AFTER);
const results = {
  polls: came.polls,
  'closed and counted': came.closed,
  'counted more than once': came.settledMoreThanOnce,
  'reminders due': came.remindersDue,
  'reminders sent': came.reminders,
  'reminders to families that had answered': came.remindersToOthers,
  'results due, one a conversation': came.resultsDue,
  'results sent': came.results,
  'messages sent twice': came.toldTwice,
  'left in the outbox': came.leftInOutbox,
  'sent by the killed workers': sentBeforeKill.join(' and '),
  'all done in, ms': came.ms,
};
console.log(
  `${came.polls} polls of six families end at the same second: three families have answered. Two worker processes remind and close; at both one is killed (SIGKILL) in the middle.`,
);
console.table(results);
console.log(JSON.stringify({ suite: 'deadlines', results }));
const right =
  came.closed === came.polls &&
  came.settledMoreThanOnce + came.remindersToOthers + came.toldTwice + came.leftInOutbox === 0 &&
  came.results === came.resultsDue &&
  came.reminders === came.remindersDue;
if (!right) process.exitCode = 1;
