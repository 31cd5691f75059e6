import { z } from 'zod';
import { day } from '../../dates.ts';
import { clock } from '../asked.ts';

/** Something of the plan or of the trip's papers: the id of a candidate, or words such as `the tile museum`, `lunch`. */
const thing = z.string().trim().min(1).max(200);
const meal = z.enum(['breakfast', 'lunch', 'dinner']);

const lane = z.strictObject({ item: thing, families: z.array(z.string().max(100)).min(1).max(6) });

/** A change of a plan as somebody asks for it. Days and times are the trip's; `on` says on which day the thing is now. */
export const planEdit = z.discriminatedUnion('kind', [
  /** To another day, to another time, or both; or by minutes or days from where it is now, earlier ones below zero. */
  z.strictObject({
    kind: z.literal('move'),
    item: thing,
    on: day.optional(),
    to: day.optional(),
    at: clock.optional(),
    minutesLater: z.int().min(-720).max(720).optional(),
    daysLater: z.int().min(-30).max(30).optional(),
  }),
  /** Into the plan: a sight on a day, or a place to eat as that day's meal. */
  z.strictObject({
    kind: z.literal('put'),
    item: thing,
    to: day.optional(),
    meal: meal.optional(),
    at: clock.optional(),
  }),
  /** Something else in its place: what, or without `by` what could be. */
  z.strictObject({ kind: z.literal('replace'), item: thing, on: day.optional(), by: thing.optional() }),
  /** Two things of the plan change places. */
  z.strictObject({ kind: z.literal('swap'), item: thing, with: thing }),
  z.strictObject({ kind: z.literal('swap-days'), days: z.tuple([day, day]) }),
  z.strictObject({ kind: z.literal('drop'), item: thing, on: day.optional() }),
  /** Nothing that can wait begins earlier, on that day or on every day; so many minutes later than now, an hour without `at`. */
  z.strictObject({
    kind: z.literal('start'),
    at: clock.optional(),
    on: day.optional(),
    minutesLater: z.int().min(1).max(720).optional(),
  }),
  /** Nothing that can wait is put there: between two times, or all day. Meals stay. */
  z.strictObject({ kind: z.literal('free'), on: day, from: clock.optional(), to: clock.optional() }),
  /** One thing less on that day. */
  z.strictObject({ kind: z.literal('lighten'), on: day }),
  /** On the day itself: it is `now`, and everything still to come is so many minutes behind. */
  z.strictObject({ kind: z.literal('late'), minutes: z.int().min(1).max(720), on: day, now: clock }),
  z.strictObject({ kind: z.literal('lock'), item: thing, on: day.optional() }),
  z.strictObject({ kind: z.literal('unlock'), item: thing, on: day.optional() }),
  /** Families that skip something; none: everyone joins in again. */
  z.strictObject({
    kind: z.literal('skip'),
    item: thing,
    on: day.optional(),
    families: z.array(z.string().max(100)).max(6),
  }),
  /** Two things at the same time, each for some families; who is in neither is free meanwhile. */
  z.strictObject({
    kind: z.literal('split'),
    on: day.optional(),
    lanes: z.tuple([lane, lane]),
  }),
  /** What no longer suits the group is changed for what does. */
  z.strictObject({ kind: z.literal('mend') }),
  /** Only looks: what could be done indoors instead, on that day or on all. */
  z.strictObject({ kind: z.literal('rain'), on: day.optional() }),
  /** Back to the plan as an earlier version had it. */
  z.strictObject({ kind: z.literal('restore'), version: z.int().min(1) }),
]);
export type PlanEdit = Readonly<z.infer<typeof planEdit>>;
