import { createHash } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { z } from 'zod';
import type { Courier } from '../../bot/delivery.ts';
import { type Clock, instant } from '../../trips/clock.ts';
import { type Entity, type Kind, type Records, retrying } from '../../trips/records.ts';
import { smsText } from './sms-text.ts';
import { lineOf } from './text-line.ts';
import { OPTED_OUT, type SmsCourierParts } from './twilio-courier.ts';

/** A text on a phone of the simulator. Partition: the phone. */
export interface SimulatedText extends Entity {
  readonly type: 'simulated_text';
  /** 1 for the first text of a phone, then one more each. */
  readonly number: number;
  readonly text: string;
  readonly at: string;
}

/** How many texts a phone has had. Partition: the phone. */
export interface SimulatedPhone extends Entity {
  readonly type: 'simulated_phone';
  readonly texts: number;
}

export const simulatedTexts: Kind<SimulatedText> = {
  type: 'simulated_text',
  version: 1,
  schema: z.object({
    pk: z.string(),
    id: z.string(),
    type: z.literal('simulated_text'),
    _schema_version: z.number(),
    ttl: z.number().optional(),
    number: z.int(),
    text: z.string(),
    at: z.string(),
  }),
};

export const simulatedPhoneKind: Kind<SimulatedPhone> = {
  type: 'simulated_phone',
  version: 1,
  schema: z.object({
    pk: z.string(),
    id: z.string(),
    type: z.literal('simulated_phone'),
    _schema_version: z.number(),
    texts: z.int(),
  }),
};

/** Seconds a simulated text is kept. */
const TTL = 24 * 3600;

/** Where texts go without a Twilio account: phones that the simulator's page shows. */
export interface SimulatedPhones extends Courier {
  /** A phone's texts numbered above `after`, in order. */
  read(phone: string, after: number): Promise<readonly SimulatedText[]>;
  /** Calls back when this process puts a text on the phone; returns how to stop. */
  watch(phone: string, heard: () => void): () => void;
}

/** Phones kept in the store, so that a restart or a separate worker loses no text. A repeated key is no second text. */
export const simulatedPhones = (records: Records, clock: Clock, parts: SmsCourierParts): SimulatedPhones => {
  const arrivals = new EventEmitter();
  arrivals.setMaxListeners(0);

  const put = (phone: string, id: string, text: string): Promise<'new' | 'repeated'> =>
    retrying(async () => {
      const pk = phonePartition(records, phone);
      if (await records.read(simulatedTexts, pk, id)) return 'repeated';
      const head = await records.read(simulatedPhoneKind, pk, HEAD);
      const number = (head?.texts ?? 0) + 1;
      const entity: SimulatedText = {
        ...{ pk, id, type: 'simulated_text', _schema_version: 1, ttl: TTL },
        ...{ number, text, at: instant(clock) },
      };
      const next: SimulatedPhone = { pk, id: HEAD, type: 'simulated_phone', _schema_version: 1, texts: number };
      const saved = await records.commit(pk, [
        { put: entity, ifAbsent: true },
        { put: next, ...(head ? { ifMatch: head._etag } : { ifAbsent: true }) },
      ]);
      return saved.ok ? 'new' : 'conflict';
    });

  return {
    door: 'sms',
    deliver: async (to, reply, key) => {
      if (!(await parts.mayWriteTo(to.conversation, to.unasked))) return OPTED_OUT;
      const id = `text_${createHash('sha256').update(key).digest('hex').slice(0, 32)}`;
      if ((await put(to.conversation, id, smsText(reply, lineOf(to.conversation)))) === 'new')
        arrivals.emit(to.conversation);
      return { status: 'sent', messageId: id };
    },
    read: async (phone, after) => {
      const texts = await records.list(simulatedTexts, phonePartition(records, phone));
      return texts.filter(({ number }) => number > after).sort((a, b) => a.number - b.number);
    },
    watch: (phone, heard) => {
      arrivals.on(phone, heard);
      return () => arrivals.off(phone, heard);
    },
  };
};

const HEAD = 'simulated_phone';
/** The partition of a phone: its number stands in no id. */
export const phonePartition = (records: Pick<Records, 'lookupKey'>, phone: string): string =>
  `phone_${records.lookupKey(`simulated ${phone}`)}`;
