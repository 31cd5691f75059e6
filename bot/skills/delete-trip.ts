import { z } from 'zod';
import { asOrganizer } from '../../trips/roles/permission.ts';
import { familiesIn } from '../../trips/trips/create-trip.ts';
import { deleteTrip } from '../../trips/trips/delete-trip.ts';
import { sayRejection } from './say-rejection.ts';
import { skill } from './skill.ts';

export const deleteTripSkill = skill({
  name: 'delete-trip',
  description: 'Deletes the trip and everything in it, for good',
  who: 'member',
  asksFirst: true,
  organizerOnly: true,
  input: z.object({ tripId: z.string().max(80).optional() }),
  commands: ['delete trip', 'delete the trip', 'delete this trip', 'delete our trip', 'remove the trip'],
  claims: (text) =>
    /\b(?:delete|erase|trash|get rid of|remove|wipe)\s+(?:(?:the|this|our|my|that|whole|entire|sample|demo)\s+)+(?:trip|holiday|vacation)\b/i.test(
      text,
    ),
  examples: [
    'delete the whole trip and all its documents',
    'erase this trip for good',
    'get rid of the trip, we do not need it any more',
    'remove the sample trip',
    'throw the trip away completely',
    'delete everything about this holiday',
    'remove this whole trip with all documents',
    'we never want to see this trip again, delete it',
    'wipe this trip completely',
    'erase the trip and its documents',
  ],
  run: async (context, { tripId }) => {
    const { house, member, conversation, words } = context;
    const { organizing } = words;
    const { trip } = member;
    const may = asOrganizer(member, 'only the organizer deletes the trip; LEAVE TRIP takes your family out of it');
    if (!may.ok) return sayRejection(may, words);
    // Said yes to, by its id: the trip spoken of may have become another meanwhile.
    if (tripId !== trip.id) {
      const others = (await familiesIn(house.records, trip.id)).length - 1;
      return {
        text: organizing.deletesTrip(trip.name, others),
        choices: [
          { label: organizing.yesDelete(trip.name), act: { skill: 'delete-trip', input: { tripId: trip.id } } },
          { label: organizing.noKeep, act: { skill: 'trip-summary', input: {} } },
        ],
      };
    }
    const deleted = await deleteTrip(house.records, house.clock, may.organizer, { heardIn: conversation });
    return deleted.ok ? { text: organizing.deleted(deleted.name) } : sayRejection(deleted, words);
  },
});
