import { reservations } from '../../trips/reservations/reservation.ts';
import { sayReservation } from '../../trips/reservations/say-reservation.ts';
import { familyNames } from '../../trips/trips/former-family.ts';
import type { Announcers } from './announcement.ts';

export const reservationAnnouncers: Announcers<'reservation'> = {
  reservation: {
    topic: 'bookings',
    say: async ({ records }, trip, { reservationId, change }, _to, { say, news, language }) => {
      const reservation = await records.read(reservations, trip.id, reservationId);
      if (!reservation || (change !== 'cancelled' && reservation.status === 'cancelled')) return undefined;
      const family = (await familyNames(records, trip.id)).get(reservation.bookedBy);
      const who = family === undefined ? say.familyThatLeft : say.family(family);
      const said = sayReservation(reservation, language);
      return { reply: { text: news.booking(change, who, said) } };
    },
  },
};
