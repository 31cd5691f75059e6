import { sayFamily } from '../families/family.ts';
import { listed } from '../listed.ts';
import { SIT_OUT } from './choice.ts';
import type { Ballot, Poll } from './poll.ts';

type Asked = Pick<Poll, 'id' | 'anonymous' | 'kind'>;

/**
 * The families that go along with what a poll has settled, where others have said that they sit it out; nothing when
 * that is everybody. Of an anonymous poll nobody is known to sit it out, and dates are those of the whole trip.
 */
export const goingAlong = (
  { id, anonymous, kind }: Asked,
  families: readonly string[],
  ballots: readonly Pick<Ballot, 'pollId' | 'familyId' | 'optionId'>[],
): readonly string[] | undefined => {
  if (anonymous || kind === 'dates') return undefined;
  const out = new Set(
    ballots
      .filter(({ pollId, optionId }) => pollId === id && optionId === SIT_OUT)
      .map(({ familyId }) => familyId as string),
  );
  const along = families.filter((familyId) => !out.has(familyId));
  return along.length === families.length || along.length === 0 ? undefined : along;
};

/** The way to have it both ways, when some sit out what the others want: `Split up: the Silvas go for Zoo, the Okoyes do something else meanwhile, and all meet again afterwards.` */
export const sayGoingApart = (
  winner: string,
  along: readonly { readonly familyName: string }[],
  out: readonly { readonly familyName: string }[],
): string => {
  const names = (seats: typeof out): string => listed(seats.map(({ familyName }) => sayFamily(familyName)));
  return `Split up: ${names(along)} go for ${winner}, ${names(out)} do something else meanwhile, and all meet again afterwards.`;
};
