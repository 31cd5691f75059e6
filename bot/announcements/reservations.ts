import { sayFamily } from '../../trips/families/family.ts';
import { reservations } from '../../trips/reservations/reservation.ts';
import { sayReservation } from '../../trips/reservations/say-reservation.ts';
import { familyNames } from '../../trips/trips/former-family.ts';
import type { Announcers } from './announcement.ts';

export const reservationAnnouncers: Announcers<'reservation'> = {
  reservation: {
    topic: 'bookings',
    say: async ({ records }, trip, { reservationId, change }) => {
      const reservation = await records.read(reservations, trip.id, reservationId);
      if (!reservation || (change !== 'cancelled' && reservation.status === 'cancelled')) return undefined;
      const family = (await familyNames(records, trip.id)).get(reservation.bookedBy);
      const who = family === undefined ? 'a family that left' : sayFamily(family);
      const said = sayReservation(reservation);
      const text = {
        added: `${who.charAt(0).toUpperCase()}${who.slice(1)} booked ${said}.`,
        changed: `Changed, booked by ${who}: ${said}.`,
        cancelled: `Cancelled, booked by ${who}: ${said}.`,
      }[change];
      return { reply: { text: `${text} Say BOOKINGS to see all.` } };
    },
  },
};
