import { z } from 'zod';
import { changeNotifications } from '../../trips/people/change-notifications.ts';
import { asOrganizer } from '../../trips/roles/permission.ts';
import { zoneOfPlace } from '../../trips/trips/time-zone.ts';
import { updateTrip } from '../../trips/trips/update-trip.ts';
import { sayRejection } from './say-rejection.ts';
import { skill } from './skill.ts';

const PLACE =
  /\btime ?zones?\b(?:\s+of (?:the|our) trip)?\s*(?:is|to|are|in|:|=|will be)?\s+(?:the (?:one|zone) (?:of|in)\s+)?([\p{L}][\p{L}\p{M}_/ ,.'+-]{1,60}?)[.!?]*$/iu;
const BY_CLOCK = /\b(?:use|by|on|in|go by)\s+([\p{L}][\p{L}\p{M} '-]{1,40}?)(?:'s)? time\b/iu;
const ASKS = /^(?:what|which|in which)\b|\?\s*$/i;

export const timeZoneSkill = skill({
  name: 'time-zone',
  description: "Sets the trip's time zone, or yours for quiet hours",
  who: 'member',
  input: z.object({ place: z.string().max(80).optional(), mine: z.boolean().optional() }),
  commands: ['time zone', 'timezone', 'our time zone', 'my time zone', 'set the time zone', 'change the time zone'],
  wordSlots: ['place'],
  claims: (text) => {
    const clock = BY_CLOCK.exec(text)?.[1];
    return /\btime ?zones?\b/i.test(text) || (clock !== undefined && zoneOfPlace(clock) !== undefined);
  },
  examples: [
    'our time zone is Lisbon',
    'set the time zone to Europe/Rome',
    'what time zone is the trip in',
    'my time zone is London',
    'the trip is in the time zone of New York',
    'use Tokyo time for our trip',
    'change our time zone to Athens',
    'our trip is on Paris time',
    'please use Athens time',
    'which time zone do you go by',
    'i live in the New York time zone',
    'change the clock of the trip to Rome',
    'times should be in Vienna time',
  ],
  read: (text, { expectedSlot }) => {
    const place = expectedSlot === 'place' ? text.trim() : (PLACE.exec(text) ?? BY_CLOCK.exec(text))?.[1]?.trim();
    return { place: ASKS.test(text) ? undefined : place, mine: /\b(?:my|mine)\b/i.test(text) || undefined };
  },
  run: async (context, { place, mine }) => {
    const { house, member, words } = context;
    const { notices, say } = words;
    const said = (zone: string): string =>
      notices.clock(zone, say.instant(new Date(house.clock.now()).toISOString(), zone));
    if (place === undefined) {
      return { text: notices.goesBy(member.trip.name, said(member.trip.timeZone)) };
    }
    const zone = zoneOfPlace(place);
    if (zone === undefined) {
      context.expect('place', { mine });
      return { text: notices.unknownZone(place) };
    }
    if (mine) {
      const changed = await changeNotifications(house.records, member.person.id, (now) => ({ ...now, timeZone: zone }));
      if (!changed.ok) return sayRejection(changed, words);
      context.changed(words.things.yourTimeZone);
      return { text: notices.yourClock(said(zone)) };
    }
    const may = asOrganizer(
      member,
      'only the organizer changes the time zone of the trip; say "my time zone is ..." for yours',
    );
    if (!may.ok) return sayRejection(may, words);
    const changed = await updateTrip(house.records, house.clock, may.organizer, { timeZone: zone });
    if (!changed.ok) return sayRejection(changed, words);
    context.changed(words.things.timeZone, {
      skill: 'time-zone',
      input: { tripId: member.trip.id, place: member.trip.timeZone },
    });
    return { text: notices.tripClock(changed.trip.name, said(zone)) };
  },
});
