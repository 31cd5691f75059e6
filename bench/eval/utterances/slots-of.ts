import { readBooking } from '../../../bot/understanding/booking-words.ts';
import { matchOption } from '../../../bot/understanding/option-words.ts';
import { readReminder } from '../../../bot/understanding/reminder-words.ts';
import { readSplit } from '../../../bot/understanding/split-words.ts';
import type { FamilyId } from '../../../trips/ids.ts';
import { money } from '../../../trips/money.ts';
import type { Poll } from '../../../trips/polls/poll.ts';
import type { Participation, Trip } from '../../../trips/trips/trip.ts';

/** What the words of a message mean by: the trip, its families, the polls that are open. */
export interface Around {
  readonly trip: Trip;
  readonly seats: readonly Participation[];
  readonly own: FamilyId;
  readonly polls: readonly Poll[];
  readonly now: Date;
}

/** A skill that ran, with what it ran with. */
export interface Ran {
  readonly skill: string;
  readonly input: Readonly<Record<string, unknown>>;
}

const defined = (input: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));

const wordsIn = (value: unknown): string => (typeof value === 'string' ? value : '');

/** What a skill reads out of its input beyond the input itself, with the product's own readers. */
const readFurther = ({ skill, input }: Ran, { trip, seats, own, polls, now }: Around): object => {
  switch (skill) {
    case 'add-reservation':
    case 'change-reservation':
      return {
        ...defined(readBooking(wordsIn(input.said), trip, now)),
        ...(input.known as object | undefined),
        ...(input.change as object | undefined),
      };
    case 'set-reminder':
      return { ...defined(readReminder(wordsIn(input.said), now, trip)), ...defined(input) };
    case 'budget':
      return { split: readSplit(wordsIn(input.said), seats, own)?.by };
    case 'vote': {
      const poll = polls.find(({ id }) => id === input.pollId) ?? polls.at(-1);
      const byNumber = typeof input.number === 'number' ? poll?.options[input.number - 1]?.optionId : undefined;
      const optionId = input.optionId ?? byNumber ?? (poll && matchOption(poll, wordsIn(input.words)));
      return { option: poll?.options.find((option) => option.optionId === optionId)?.text };
    }
    default:
      return {};
  }
};

/** The slots of a skill that ran, flat; money as `84 EUR`. */
export const slotsOf = (ran: Ran, around: Around): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries({ ...ran.input, ...defined(readFurther(ran, around)) }).map(([slot, value]) => {
      const amount = money.safeParse(value).data;
      return [slot, amount ? `${amount.amount / 100} ${amount.currency}` : value];
    }),
  );

const plain = (value: unknown): unknown =>
  typeof value === 'string'
    ? value
        .toLowerCase()
        .replace(/^(?:the|our|a) |[.!]+$/g, '')
        .trim()
    : value;

/** Whether a slot holds what was expected: letters' case, an article and a full stop aside; lists whole, objects in what they name. */
export const holds = (wanted: unknown, got: unknown): boolean => {
  if (Array.isArray(wanted))
    return Array.isArray(got) && got.length === wanted.length && wanted.every((one, index) => holds(one, got[index]));
  if (typeof wanted === 'object' && wanted !== null)
    return (
      typeof got === 'object' &&
      got !== null &&
      Object.entries(wanted).every(([key, value]) => holds(value, (got as Record<string, unknown>)[key]))
    );
  return plain(wanted) === plain(got);
};
