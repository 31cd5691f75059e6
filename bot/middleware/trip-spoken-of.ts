import { z } from 'zod';
import type { TripId } from '../../trips/ids.ts';
import { memberOf, type TripMember } from '../../trips/roles/permission.ts';
import { tripsOf } from '../../trips/trips/create-trip.ts';
import type { Turn } from '../turn.ts';

type TripFound =
  | { readonly kind: 'member'; readonly member: TripMember }
  | { readonly kind: 'several'; readonly trips: readonly { readonly id: string; readonly name: string }[] }
  /** The one a button names, and the speaker is not in it. */
  | { readonly kind: 'another' }
  | { readonly kind: 'none' };

/** Buttons name the trip they belong to: a card may stand in another conversation, or speak of an earlier trip. */
const tripNamed = z.object({ tripId: z.string().max(80).optional() });
export const tripNamedIn = (input: unknown): string | undefined => tripNamed.safeParse(input).data?.tripId;

/** The trip that is meant: the one a button names; else the one chosen in this conversation, else the speaker's only one. */
export const tripOf = async (turn: Turn, named?: string): Promise<TripFound> => {
  const { house, person, session } = turn;
  if (!person) return { kind: 'none' };
  if (named !== undefined && named !== session.tripId) {
    const found = await memberOf(house.records, person.id, named as TripId);
    return found.ok ? { kind: 'member', member: found.member } : { kind: 'another' };
  }
  if (session.tripId !== undefined) {
    const found = await memberOf(house.records, person.id, session.tripId);
    if (found.ok) return { kind: 'member', member: found.member };
    if (turn.incoming.group) return { kind: 'none' };
    turn.session = { ...turn.session, tripId: undefined };
  }
  const seats = await tripsOf(house.records, person);
  const [only, second] = seats;
  if (!only) return { kind: 'none' };
  if (second) return { kind: 'several', trips: seats.map(({ tripId, tripName }) => ({ id: tripId, name: tripName })) };
  const found = await memberOf(house.records, person.id, only.tripId);
  if (!found.ok) return { kind: 'none' };
  turn.session = { ...turn.session, tripId: only.tripId };
  return { kind: 'member', member: found.member };
};
