import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo, Server } from 'node:net';
import rhea, { type Connection, type Delivery, type EventContext, type Message, type Sender } from 'rhea';

/** A message of the broker, in one of its queues. */
interface Held {
  readonly sequence: number;
  readonly message: Message;
  deliveryCount: number;
  /** Milliseconds since the epoch: before then it is not handed out. */
  scheduledFor?: number | undefined;
  lockToken?: string | undefined;
  lockedUntil?: number | undefined;
}

/** A Service Bus namespace on loopback that real `@azure/service-bus` clients talk AMQP 1.0 to. */
export interface ServiceBusStandIn {
  readonly connectionString: string;
  /** How many messages a queue holds, by state. */
  count(queue: string): {
    readonly active: number;
    readonly locked: number;
    readonly scheduled: number;
    readonly dead: number;
  };
  /** Why the messages in a queue's dead letters are there, as their receiver said. */
  deadReasons(queue: string): readonly string[];
  /** Gives up every lock before its time, as a broker may. */
  unlockAll(): void;
  /** Cuts every connection, as a network does; clients come back by themselves. */
  cut(): void;
  close(): Promise<void>;
}

export interface ServiceBusOptions {
  /** Milliseconds since the epoch; locks and schedules go by it. */
  readonly now: () => number;
  /** Milliseconds a peek-lock lasts; 30 s when absent. */
  readonly lockMs?: number;
}

/** What the library has and its types leave out. */
interface Attach {
  readonly source?: { readonly address?: string };
  readonly target?: { readonly address?: string };
  readonly snd_settle_mode?: number;
  readonly rcv_settle_mode?: number;
}
interface Link {
  readonly remote: { readonly attach: Attach };
  readonly local: { readonly attach: object };
  set_source(source: unknown): void;
  set_target(target: unknown): void;
}
const linkOf = (link: unknown): Link => link as Link;
const outcomes = rhea.message as unknown as {
  accepted(): { described(): unknown };
  rejected(why: { error: { condition: string; description: string } }): { described(): unknown };
};
const ACCEPTED = (): never => outcomes.accepted().described() as never;
const LOST = (): never =>
  outcomes.rejected({ error: { condition: LOCK_LOST, description: 'the lock was lost' } }).described() as never;

/** Opens our end of a link as the client opened its own. */
const echo = (link: Link): Attach => {
  const { source, target, snd_settle_mode, rcv_settle_mode } = link.remote.attach;
  link.set_source(source);
  link.set_target(target);
  Object.assign(link.local.attach, { snd_settle_mode, rcv_settle_mode, max_message_size: 1_048_576 });
  return link.remote.attach;
};

const DEAD = '/$deadletterqueue';
const LOCK_LOST = 'com.microsoft:message-lock-lost';

/** A delivery tag and its lock token are the same 16 bytes in .NET's order of a GUID. */
const guidOf = (tag: Buffer): string => {
  const hex = (from: readonly number[]): string => Buffer.from(from.map((index) => tag[index] ?? 0)).toString('hex');
  return [hex([3, 2, 1, 0]), hex([5, 4]), hex([7, 6]), hex([8, 9]), hex([10, 11, 12, 13, 14, 15])].join('-');
};

export const startServiceBus = async ({ now, lockMs = 30_000 }: ServiceBusOptions): Promise<ServiceBusStandIn> => {
  const queues = new Map<string, Held[]>();
  const readers = new Set<{ readonly sender: Sender; readonly queue: string }>();
  const connections = new Set<Connection>();
  const unsettled = new Map<Delivery, { readonly queue: string; readonly held: Held; readonly token: string }>();
  let sequence = 0;

  const queueOf = (name: string): Held[] => {
    const known = queues.get(name) ?? [];
    queues.set(name, known);
    return known;
  };
  const add = (name: string, message: Message, scheduledFor?: number): Held => {
    sequence += 1;
    const held: Held = {
      sequence,
      message: { ...message, message_id: message.message_id ?? randomUUID() },
      deliveryCount: 0,
      scheduledFor,
    };
    queueOf(name).push(held);
    return held;
  };
  const locked = (held: Held): boolean => held.lockedUntil !== undefined && held.lockedUntil > now();
  const available = (held: Held): boolean => !locked(held) && (held.scheduledFor ?? 0) <= now();
  const drop = (name: string, held: Held): void => {
    const all = queueOf(name);
    all.splice(all.indexOf(held), 1);
  };
  const annotated = (held: Held): Message => ({
    ...held.message,
    delivery_count: held.deliveryCount,
    message_annotations: {
      ...held.message.message_annotations,
      'x-opt-sequence-number': rhea.types.wrap_long(held.sequence),
      'x-opt-enqueued-time': rhea.types.wrap_timestamp(now()),
      'x-opt-locked-until': rhea.types.wrap_timestamp(held.lockedUntil ?? now()),
      'x-opt-message-state': rhea.types.wrap_int((held.scheduledFor ?? 0) > now() ? 2 : 0),
    },
  });

  /** Hands out what is there to whoever has credit; what is sent counts against it only once it is written. */
  const pump = (): void => {
    for (const { sender, queue } of readers) {
      if (sender.is_open() && sender.sendable()) {
        // A lock that ran out makes the message available again: its count of deliveries tells.
        const held = queueOf(queue)
          .filter(available)
          .sort(
            (a, b) => Math.max(a.scheduledFor ?? 0, 0) - Math.max(b.scheduledFor ?? 0, 0) || a.sequence - b.sequence,
          )[0];
        if (!held) continue;
        const tag = randomBytes(16);
        const token = guidOf(tag);
        held.lockToken = token;
        held.lockedUntil = now() + lockMs;
        const delivery = sender.send(annotated(held), tag);
        held.deliveryCount += 1;
        unsettled.set(delivery, { queue, held, token });
        setImmediate(pump);
      }
    }
  };

  /** Settles a delivery as the client asked, unless its lock is gone. */
  const settle = (delivery: Delivery | undefined, how: (queue: string, held: Held) => void): void => {
    if (!delivery) return;
    const known = unsettled.get(delivery);
    if (!known) return;
    unsettled.delete(delivery);
    const { held, queue, token } = known;
    if (held.lockToken !== token || !locked(held) || !queueOf(queue).includes(held)) {
      delivery.update(true, LOST());
      return;
    }
    how(queue, held);
    delivery.update(true, ACCEPTED());
    setImmediate(pump);
  };
  const unlock = (held: Held): void => {
    held.lockToken = undefined;
    held.lockedUntil = undefined;
  };

  const container = rhea.create_container();
  container.sasl_server_mechanisms.enable_anonymous();

  /** The library hears of a socket's end and of its errors only: without one it would write its heartbeats for ever. */
  const hangUp = (): void => {
    for (const { socket } of connections) socket?.destroy(new Error('cut'));
  };

  container.on('connection_open', ({ connection }: EventContext) => void connections.add(connection));
  container.on('disconnected', ({ connection }: EventContext) => {
    connections.delete(connection);
    for (const reader of readers) if (reader.sender.connection === connection) readers.delete(reader);
  });

  /** Links on which answers go out, by connection and address. */
  const replyLinks = new Map<Connection, Map<string, Sender>>();
  const replyTo = (connection: Connection, address: string, answer: Message): void => {
    replyLinks.get(connection)?.get(address)?.send(answer);
  };

  container.on('sender_open', ({ sender, connection }: EventContext) => {
    if (!sender) return;
    const { source, target } = echo(linkOf(sender));
    const address = String(source?.address ?? '');
    if (/\$(management|cbs)$/.test(address)) {
      const links = replyLinks.get(connection) ?? new Map<string, Sender>();
      // Clients name the link to answer on by its name, or by the address they gave it.
      replyLinks.set(connection, links.set(sender.name, sender).set(String(target?.address ?? ''), sender));
      return;
    }
    readers.add({ sender, queue: queueName(address) });
  });
  container.on('receiver_open', ({ receiver }: EventContext) => {
    if (receiver) echo(linkOf(receiver));
  });
  container.on('sender_close', ({ sender }: EventContext) => {
    for (const reader of readers) if (reader.sender === sender) readers.delete(reader);
  });
  container.on('sendable', () => pump());
  container.on('sender_draining', ({ sender }: EventContext) => {
    pump();
    sender?.set_drained(true);
  });

  container.on('accepted', ({ delivery }: EventContext) => settle(delivery, (queue, held) => drop(queue, held)));
  container.on('released', ({ delivery }: EventContext) => settle(delivery, (_, held) => unlock(held)));
  container.on('modified', ({ delivery }: EventContext) => settle(delivery, (_, held) => unlock(held)));
  container.on('rejected', ({ delivery }: EventContext) =>
    settle(delivery, (queue, held) => {
      drop(queue, held);
      const info = (delivery?.remote_state as { error?: { info?: Record<string, unknown> } } | undefined)?.error?.info;
      add(queue + DEAD, {
        ...held.message,
        application_properties: { ...held.message.application_properties, ...info },
      });
    }),
  );

  container.on('message', ({ message, receiver, delivery, connection }: EventContext) => {
    if (!message || !receiver || !delivery) return;
    const address = String(linkOf(receiver).remote.attach.target?.address ?? '');
    const take = (): void => void delivery.update(true, ACCEPTED());
    if (address === '$cbs') {
      take();
      replyTo(connection, String(message.reply_to), {
        correlation_id: message.message_id,
        application_properties: { 'status-code': 202, 'status-description': 'Accepted' },
        body: undefined,
      });
    } else if (address.endsWith('$management')) {
      take();
      const queue = queueName(address.replace(/\/\$management$/, ''));
      const { status = 200, body } = manage(queue, message);
      replyTo(connection, String(message.reply_to), {
        correlation_id: message.message_id,
        application_properties: { statusCode: status, statusDescription: status === 200 ? 'OK' : 'gone' },
        body,
      });
    } else {
      for (const one of batchOf(message)) {
        const at = one.message_annotations?.['x-opt-scheduled-enqueue-time'];
        add(queueName(address), one, at === undefined ? undefined : Number(at));
      }
      take();
    }
    setImmediate(pump);
  });

  /** The operations of a queue's management node that the client library uses. */
  const manage = (queue: string, { application_properties, body }: Message): { status?: number; body?: unknown } => {
    const operation = String(application_properties?.operation ?? '');
    if (operation === 'com.microsoft:renew-lock') {
      const tokens = (body['lock-tokens'] as readonly Buffer[]).map(uuidOf);
      const held = queueOf(queue).filter((one) => locked(one) && tokens.includes(one.lockToken ?? ''));
      if (held.length < tokens.length) return { status: 410 };
      for (const one of held) one.lockedUntil = now() + lockMs;
      return {
        body: {
          expirations: rhea.types.wrap_array(
            held.map(() => new Date(now() + lockMs)),
            0x83,
            undefined,
          ),
        },
      };
    }
    if (operation === 'com.microsoft:schedule-message') {
      const sequences = (body.messages as readonly { message: Buffer }[]).map(({ message }) => {
        const decoded = decode(message);
        const at = decoded.message_annotations?.['x-opt-scheduled-enqueue-time'];
        return add(queue, decoded, Number(at)).sequence;
      });
      return { body: { 'sequence-numbers': rhea.types.wrap_array(sequences, 0x81, undefined) } };
    }
    if (operation === 'com.microsoft:peek-message') {
      const from = Number(body['from-sequence-number']);
      const found = queueOf(queue)
        .filter((held) => held.sequence >= from)
        .slice(0, Number(body['message-count']));
      if (found.length === 0) return { status: 204 };
      return { body: { messages: found.map((held) => ({ message: rhea.message.encode(annotated(held)) })) } };
    }
    return { status: 501 };
  };

  const server = container.listen({ port: 0, host: '127.0.0.1', ...LINK_OPTIONS }) as unknown as Server;
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;

  return {
    connectionString: `Endpoint=sb://localhost:${port};SharedAccessKeyName=example;SharedAccessKey=example;UseDevelopmentEmulator=true;`,
    count: (queue) => {
      const all = queueOf(queue);
      return {
        active: all.filter(available).length,
        locked: all.filter(locked).length,
        scheduled: all.filter((held) => !locked(held) && !available(held)).length,
        dead: queueOf(queue + DEAD).length,
      };
    },
    deadReasons: (queue) =>
      queueOf(queue + DEAD).map(({ message }) => String(message.application_properties?.DeadLetterReason)),
    unlockAll: () => {
      for (const held of [...queues.values()].flat()) unlock(held);
      pump();
    },
    cut: hangUp,
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      hangUp();
      await closed;
    },
  };
};

const LINK_OPTIONS = {
  sender_options: { autosettle: false, treat_modified_as_released: false },
  receiver_options: { autoaccept: false, credit_window: 1_000 },
};

const decode = (bytes: Buffer): Message => rhea.message.decode(bytes) as unknown as Message;

const uuidOf = (bytes: Buffer): string =>
  bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

/** Addresses may be written with the namespace before them, and the dead letters with any case. */
const queueName = (address: string): string =>
  address.replace(/^amqps?:\/\/[^/]+\//, '').replace(/\/\$deadletterqueue$/i, DEAD);

/** A batch arrives undecoded: one message whose data sections are messages. */
const batchOf = (message: Message | Buffer): readonly Message[] => {
  if (!Buffer.isBuffer(message)) return [message];
  const content = decode(message).body?.content as Buffer | readonly Buffer[];
  return (Array.isArray(content) ? content : [content]).map(decode);
};
