import type { Records, Stored } from '../records.ts';
import type { TripMember } from '../roles/permission.ts';
import { type Reservation, reservations } from './reservation.ts';

type Reader = Pick<TripMember, 'trip' | 'participation'>;

/** Whether a member may know of a reservation: the trip's are everyone's, a family's own are the family's alone. */
const isReadable = ({ participation }: Reader, { scope, bookedBy }: Reservation): boolean =>
  scope === 'trip' || bookedBy === participation.familyId;

/** In the order they happen; cancelled ones too. */
export const readableReservations = async (records: Records, member: Reader): Promise<readonly Stored<Reservation>[]> =>
  (await records.list(reservations, member.trip.id)).filter((one) => isReadable(member, one)).sort(inOrder);

/** One reservation; `undefined` also for one that another family keeps to itself. */
export const readableReservation = async (
  records: Records,
  member: Reader,
  reservationId: string,
): Promise<Stored<Reservation> | undefined> => {
  const reservation = await records.read(reservations, member.trip.id, reservationId);
  return reservation && isReadable(member, reservation) ? reservation : undefined;
};

/** `2027-06-11 15:00 …`: sorts reservations by when they begin. */
export const whenKey = ({
  startDate,
  startTime = '',
  id,
}: Pick<Reservation, 'startDate' | 'startTime' | 'id'>): string => `${startDate} ${startTime} ${id}`;

const inOrder = (a: Reservation, b: Reservation): number => whenKey(a).localeCompare(whenKey(b));
