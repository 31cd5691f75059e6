import { z } from 'zod';
import type { Clock } from '../../trips/clock.ts';
import { type Entity, type Kind, type Records, retrying, type Stored } from '../../trips/records.ts';

/** When a sender has room for the next text. Partition: the sender. */
export interface SmsLine extends Entity {
  readonly type: 'sms_line';
  /** UTC instant. */
  readonly freeAt: string;
  /** Nothing goes out before this UTC instant, whatever was promised: the far end asked for a pause. */
  readonly restsUntil?: string | undefined;
}

/** A text that waits for its turn. Partition: the texts of its conversation. */
export interface SmsPlace extends Entity {
  readonly type: 'sms_place';
  /** By this instant the texts of one conversation keep their order. */
  readonly order: string;
  /** The UTC instant from which it may be sent. */
  readonly at: string;
  /** The UTC instant until which those behind it wait for it. */
  readonly heldUntil: string;
  /** Times it was tried and did not go out. */
  readonly tries: number;
}

export const smsLines: Kind<SmsLine> = {
  type: 'sms_line',
  version: 1,
  schema: z.object({
    pk: z.string(),
    id: z.string(),
    type: z.literal('sms_line'),
    _schema_version: z.number(),
    ttl: z.number().optional(),
    freeAt: z.string(),
    restsUntil: z.string().optional(),
  }),
};

export const smsPlaces: Kind<SmsPlace> = {
  type: 'sms_place',
  version: 1,
  schema: z.object({
    pk: z.string(),
    id: z.string(),
    type: z.literal('sms_place'),
    _schema_version: z.number(),
    ttl: z.number().optional(),
    order: z.string(),
    at: z.string(),
    heldUntil: z.string(),
    tries: z.int(),
  }),
};

/** What wants to be sent. */
export interface Waiting {
  /** Who sends: a number or a messaging service. */
  readonly sender: string;
  readonly conversation: string;
  /** The name of the message; asking again by it takes no second place. */
  readonly key: string;
  /** Billed parts, and how many of them the sender may send in a second. */
  readonly parts: number;
  readonly partsPerSecond: number;
}

/** The one queue of every sender, in the store: what it promises holds for all processes together. */
export interface SendQueue {
  /** The UTC instant at which a text is to be asked for again; nothing when it may go now. Its place is kept, in the order of asking. */
  whenFree(text: Waiting): Promise<string | undefined>;
  /** It was sent, or never will be: nobody waits for it. `instead` is kept in the same commit, in {@link textsPartition}. */
  done(conversation: string, key: string, instead?: Entity): Promise<void>;
  /** It did not go out and is tried again: those behind it wait for that, for a while. */
  failed(conversation: string, key: string): Promise<void>;
  /** Nothing goes out by this sender for so long. */
  rest(sender: string, forMs: number): Promise<void>;
}

/** A promised moment is kept for so long; whoever comes later, say after a crash, is given a new one, so that no burst goes out. */
const GRACE_MS = 5_000;
/** How long those behind wait for a text whose moment has come: it may have been taken back, or its process may have died. */
const HOLD_MS = 60_000;
const LONGEST_HOLD_MS = 3_600_000;
/** When one behind another looks again. */
const LOOK_AGAIN_MS = 1_000;
/** Seconds a place or a line that nobody comes back to is kept. */
const TTL = 86_400;

export const sendQueue = (records: Records, clock: Clock): SendQueue => {
  const changeLine = async (
    sender: string,
    change: (line: Stored<SmsLine> | undefined) => Partial<SmsLine> | undefined,
  ): Promise<'conflict' | undefined> => {
    const pk = linePartition(records, sender);
    const line = await records.read(smsLines, pk, pk);
    const changed = change(line);
    if (!changed) return undefined;
    const empty: SmsLine = { pk, id: pk, type: 'sms_line', _schema_version: 1, ttl: TTL, freeAt: at(0) };
    const next: SmsLine = { ...empty, ...line, ...changed };
    const commit = await records.commit(pk, [{ put: next, ifMatch: line?._etag, ifAbsent: line === undefined }]);
    return commit.ok ? undefined : 'conflict';
  };

  /** Takes the next moment at which the sender has room, and all that the text's parts need after it. */
  const takeMoment = async ({ sender, parts, partsPerSecond }: Waiting): Promise<string> => {
    let moment = 0;
    await retrying(() =>
      changeLine(sender, (line) => {
        moment = Math.max(clock.now(), msOf(line?.freeAt), msOf(line?.restsUntil));
        return { freeAt: at(moment + (parts * 1_000) / partsPerSecond) };
      }),
    );
    return at(moment);
  };

  const put = async (place: SmsPlace, before?: Stored<SmsPlace>): Promise<SmsPlace> => {
    const change = { put: place, ifMatch: before?._etag, ifAbsent: before === undefined };
    if ((await records.commit(place.pk, [change])).ok) return place;
    // Another process asked for the same text meanwhile: its place counts.
    return (await records.read(smsPlaces, place.pk, place.id)) ?? place;
  };

  /** A place, with its moment renewed when it was missed or the sender has been told to rest. */
  const renewed = async (place: Stored<SmsPlace>, text: Waiting): Promise<SmsPlace> => {
    const pk = linePartition(records, text.sender);
    const line = await records.read(smsLines, pk, pk);
    const missed = msOf(place.at) + GRACE_MS < clock.now();
    if (!missed && msOf(place.at) >= msOf(line?.restsUntil)) return place;
    const moment = await takeMoment(text);
    return put({ ...place, at: moment, heldUntil: later(place.heldUntil, held(moment)) }, place);
  };

  return {
    whenFree: async (text) => {
      const pk = textsPartition(records, text.conversation);
      const id = placeId(records, text.key);
      const places = await records.list(smsPlaces, pk);
      const known = places.find((place) => place.id === id);
      const place = known ?? (await put(fresh(pk, id, await takeMoment(text), places)));
      const now = at(clock.now());
      if (places.some((one) => one.order < place.order && one.heldUntil >= now))
        return later(place.at, at(clock.now() + LOOK_AGAIN_MS));
      const mine = known ? await renewed(known, text) : place;
      return mine.at <= now ? undefined : mine.at;
    },

    done: async (conversation, key, instead) => {
      const pk = textsPartition(records, conversation);
      await records.commit(pk, [{ remove: placeId(records, key) }, ...(instead ? [{ put: instead }] : [])]);
    },

    failed: (conversation, key) =>
      retrying(async () => {
        const pk = textsPartition(records, conversation);
        const place = await records.read(smsPlaces, pk, placeId(records, key));
        if (!place) return undefined;
        // As long as the outbox may wait before its next attempt, and a while more.
        const wait = Math.min(LONGEST_HOLD_MS, 2_000 * 2 ** place.tries);
        const next = { ...place, tries: place.tries + 1, heldUntil: held(at(clock.now() + wait)) };
        return (await records.commit(pk, [{ put: next, ifMatch: place._etag }])).ok ? undefined : 'conflict';
      }),

    rest: (sender, forMs) =>
      retrying(() => {
        const restsUntil = at(clock.now() + forMs);
        return changeLine(sender, (line) => (msOf(line?.restsUntil) >= msOf(restsUntil) ? undefined : { restsUntil }));
      }),
  };
};

/** A place from this moment on, behind all that wait in the conversation, should they even wait for another sender. */
const fresh = (pk: string, id: string, moment: string, waiting: readonly SmsPlace[]): SmsPlace => ({
  ...{ pk, id, type: 'sms_place', _schema_version: 1, ttl: TTL },
  order: at(Math.max(msOf(moment), ...waiting.map(({ order }) => msOf(order) + 1))),
  ...{ at: moment, heldUntil: held(moment), tries: 0 },
});

const at = (ms: number): string => new Date(Math.ceil(ms)).toISOString();
const msOf = (instant: string | undefined): number => (instant === undefined ? 0 : Date.parse(instant));
const later = (one: string, other: string): string => (one > other ? one : other);
const held = (moment: string): string => at(msOf(moment) + HOLD_MS);

const linePartition = (records: Pick<Records, 'lookupKey'>, sender: string): string =>
  `sms_line_${records.lookupKey(`sender ${sender}`)}`;

/** The partition of a conversation's texts: its number stands in no id. */
export const textsPartition = (records: Pick<Records, 'lookupKey'>, conversation: string): string =>
  `sms_texts_${records.lookupKey(`texts ${conversation}`)}`;

const placeId = (records: Pick<Records, 'lookupKey'>, key: string): string => `sms_place_${records.lookupKey(key)}`;
