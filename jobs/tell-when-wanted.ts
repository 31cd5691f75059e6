import { announcerOf } from '../bot/announce.ts';
import type { Courier } from '../bot/delivery.ts';
import type { NewsFact, OutboxFact } from '../trips/notifications/fact.ts';
import { holdBack } from '../trips/notifications/hold-back.ts';
import { conversationKey, type Door, type Listener } from '../trips/notifications/listener.ts';
import { type Timing, timingOf } from '../trips/notifications/preferences.ts';
import { people } from '../trips/people/person.ts';
import { trips } from '../trips/trips/trip.ts';
import { type DeliveryHouse, deliverFact, type Told } from './deliver-fact.ts';

/** Tells a fact in one conversation as its person wants to hear of such things: at once, later or not at all. */
export const tellWhenWanted = async (
  house: DeliveryHouse,
  couriers: ReadonlyMap<Door, Courier>,
  fact: OutboxFact,
  to: Listener,
): Promise<Told> => {
  const timing = await timingFor(house, fact, to);
  if (timing.tell === 'now') return deliverFact(house, couriers, fact, to);
  if (timing.tell === 'never') return 'told';
  const { records, clock } = house;
  await holdBack(
    records,
    clock,
    { ...fact, fact: fact.fact as NewsFact },
    to,
    conversationKey(records, to.door, to.conversation),
    timing,
  );
  return 'told';
};

/** A group has no quiet hours, and a digest has waited already. */
const timingFor = async (house: DeliveryHouse, fact: OutboxFact, to: Listener): Promise<Timing> => {
  if (to.group) return { tell: 'now' };
  const { records, clock } = house;
  const person = await records.read(people, to.userId, to.userId);
  // Their data is kept and nothing is done with it: they are written to about nothing.
  if (person?.restrictedAt !== undefined) return { tell: 'never' };
  const announcer = announcerOf(fact.fact.kind);
  if (!announcer || announcer.silent) return { tell: 'now' };
  const wishes = person?.notifications;
  const trip = wishes && (await records.read(trips, fact.tripId, fact.tripId));
  if (!wishes || !trip) return { tell: 'now' };
  return timingOf(
    wishes,
    {
      topic: announcer.topic,
      door: to.door,
      urgent: (await announcer.urgent?.(house, trip, fact.fact as NewsFact, to)) ?? false,
      prompt: announcer.prompt ?? false,
      waited: fact.heldFrom !== undefined,
    },
    clock.now(),
    trip.timeZone,
  );
};
