import { people } from '../people/person.ts';
import type { Records, Stored } from '../records.ts';
import { memberOf } from '../roles/permission.ts';
import { tripsOf } from '../trips/create-trip.ts';
import { type Task, tasks } from './task.ts';

/**
 * A task by its id alone, when it belongs to a trip the person is in; `undefined` otherwise, whether or not it exists.
 * A family has few trips, so looking in each costs less than keeping a second document per task.
 */
export const findTask = async (records: Records, userId: string, taskId: string): Promise<Stored<Task> | undefined> => {
  const person = await records.read(people, userId, userId);
  if (!person) return undefined;
  for (const { tripId } of await tripsOf(records, person)) {
    const task = await records.read(tasks, tripId, taskId);
    if (!task) continue;
    const mine = await memberOf(records, userId, tripId);
    if (!mine.ok) return undefined;
    const theirs = task.onlyFamily === undefined || task.onlyFamily === mine.member.participation.familyId;
    return theirs ? task : undefined;
  }
  return undefined;
};
