import { closeTogether } from '../test/closing-together.ts';

test('polls that end at the same second with two workers, one killed, are closed once, reminded of once and told once', async () => {
  const { sentBeforeKill, ms: _, ...came } = await closeTogether(3, 2, 4);
  expect(came).toEqual({
    ...{ polls: 6, closed: 6, settledMoreThanOnce: 0 },
    ...{ reminders: 18, remindersDue: 18, remindersToOthers: 0 },
    ...{ results: 36, resultsDue: 36, toldTwice: 0, leftInOutbox: 0 },
  });
  // The killed one was at work; how far it came is up to the machine.
  expect(sentBeforeKill).toHaveLength(2);
});
