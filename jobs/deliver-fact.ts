import { announce, notify } from '../bot/announce.ts';
import type { Announcement } from '../bot/announcements/announcement.ts';
import type { Courier, Delivered } from '../bot/delivery.ts';
import type { House } from '../bot/house.ts';
import { rememberOffer } from '../bot/remember-offer.ts';
import { instant } from '../trips/clock.ts';
import {
  DELIVERY_TTL_S,
  type Delivery,
  deliveries,
  deliveryId,
  postedCard,
  postedCardId,
  postedCards,
} from '../trips/notifications/delivery.ts';
import type { OutboxFact } from '../trips/notifications/fact.ts';
import { conversationKey, type Door, type Listener, type Recipient } from '../trips/notifications/listener.ts';
import { PathfinderError } from '../trips/pathfinder-error.ts';
import type { Stored } from '../trips/records.ts';

export type DeliveryHouse = Pick<House, 'records' | 'clock' | 'publicUrl' | 'weather' | 'log'>;

/** How it stands with one conversation: `again` means a later attempt may succeed; `later` is the UTC instant at which its door has room. */
export type Told = 'told' | 'again' | { readonly later: string };

/** Tells one fact in one conversation, once: before anything is sent it is noted, and what was interrupted is asked after, not sent blindly. */
export const deliverFact = async (
  house: DeliveryHouse,
  couriers: ReadonlyMap<Door, Courier>,
  fact: OutboxFact,
  to: Listener,
): Promise<Told> => {
  const courier = couriers.get(to.door);
  if (!courier) return 'told';
  const news = await announce(house, fact, to);
  if (!news) return 'told';
  return news.updateOnly ? update(house, courier, fact, to, news) : say(house, courier, fact, to, news);
};

/** Tells the one whom a notice is for, with the same care. */
export const deliverNotice = async (
  house: DeliveryHouse,
  couriers: ReadonlyMap<Door, Courier>,
  fact: OutboxFact,
  to: Recipient,
): Promise<Told> => {
  const courier = couriers.get(to.door);
  const reply = courier && (await notify(house, fact.fact, to));
  return reply ? say(house, courier, fact, to, { reply }) : 'told';
};

/** What a delivery may be in while nobody has heard yet. */
const UNFINISHED: ReadonlySet<Delivery['status']> = new Set(['held', 'sending', 'failed']);
/** Characters of a message that the history keeps. */
const KEPT_WORDS = 300;

const wordsOf = ({ text, card }: Announcement['reply']): string =>
  card?.kind === 'poll' ? `${text} ${card.question}` : text;

const keyOf = ({ records }: Pick<DeliveryHouse, 'records'>, to: Recipient): string =>
  conversationKey(records, to.door, to.conversation);

/** Brings a card that stands there up to date; where there is none, or the door cannot edit, there is nothing to do. */
const update = async (
  house: DeliveryHouse,
  courier: Courier,
  fact: OutboxFact,
  to: Recipient,
  news: Announcement,
): Promise<Told> => {
  if (!courier.update || news.pollId === undefined) return 'told';
  const posted = await house.records.read(postedCards, fact.pk, postedCardId(news.pollId, keyOf(house, to)));
  if (!posted) return 'told';
  const outcome = await attempt(house, fact, to, () => courier.update?.(to, posted.messageId, news.reply));
  return outcome === 'again' || outcome === 'lost' ? 'again' : 'told';
};

const say = async (
  house: DeliveryHouse,
  courier: Courier,
  fact: OutboxFact,
  to: Recipient & Pick<Partial<Listener>, 'userId'>,
  news: Announcement,
): Promise<Told> => {
  const { records, clock } = house;
  const id = deliveryId(fact, keyOf(house, to));
  const before = await records.read(deliveries, fact.pk, id);
  if (before && !UNFINISHED.has(before.status)) return 'told';

  const note = async (status: Delivery['status'], current: Stored<Delivery> | undefined, why?: string) => {
    const next: Delivery = {
      pk: fact.pk,
      id,
      type: 'delivery',
      _schema_version: 1,
      ttl: DELIVERY_TTL_S,
      status,
      startedAt: current && current.status !== 'held' ? current.startedAt : instant(clock),
      userId: to.group ? undefined : to.userId,
      door: to.door,
      about: fact.fact.kind,
      text: wordsOf(news.reply).slice(0, KEPT_WORDS),
      why,
    };
    const commit = await records.commit(fact.pk, [
      { put: next, ifMatch: current?._etag, ifAbsent: current === undefined },
    ]);
    return commit.ok ? { ...next, _etag: commit.etags[0] ?? '' } : undefined;
  };

  if (before?.status === 'sending' && courier.reconcile) {
    const arrived = await courier.reconcile(to, news.reply, id, before.startedAt);
    if (arrived !== 'not-sent') {
      await note(arrived === 'sent' ? 'sent' : 'unknown', before);
      if (arrived === 'unknown')
        house.log.warn(
          { fact: fact.id, conversation: keyOf(house, to) },
          'a message may or may not have arrived; not sent again',
        );
      return 'told';
    }
  }
  const later = await courier.whenFree?.(to, news.reply, id);
  if (later !== undefined) return { later };
  const begun = await note('sending', before);
  if (!begun) return 'again';
  // Its numbers answer what was told last, also where an older list stands, and people may answer at once.
  const { choices = [], expects } = news.reply;
  if (to.userId !== undefined && choices.length > 0 && to.door !== 'plugin')
    await rememberOffer(records, clock, {
      door: to.door,
      conversation: to.conversation,
      userId: to.userId,
      choices,
      expects,
    });
  const outcome = await attempt(house, fact, to, () => courier.deliver(to, news.reply, id));
  if (outcome === 'lost') return 'again';
  if (outcome === 'again') {
    await note('failed', begun);
    return 'again';
  }
  await note(outcome.status, begun, outcome.status === 'refused' ? outcome.why : undefined);
  if (outcome.status === 'sent' && outcome.messageId !== undefined && news.pollId !== undefined && courier.update) {
    await records.commit(fact.pk, [{ put: postedCard(fact.pk, news.pollId, keyOf(house, to), outcome.messageId) }]);
  }
  return 'told';
};

/** `again`: known not to have arrived; `lost`: no answer came, so it may have. */
const attempt = async (
  house: DeliveryHouse,
  fact: OutboxFact,
  to: Recipient,
  send: () => Promise<Delivered> | undefined,
): Promise<Delivered | 'again' | 'lost'> => {
  try {
    return (await send()) ?? { status: 'refused', why: 'the door cannot do this' };
  } catch (error) {
    const known = error instanceof PathfinderError && error.code === 'far-end-unavailable';
    house.log.warn(
      { fact: fact.id, kind: fact.fact.kind, conversation: keyOf(house, to), door: to.door, error: String(error) },
      'a message could not be delivered',
    );
    return known ? 'again' : 'lost';
  }
};
