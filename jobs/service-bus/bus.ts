import {
  isServiceBusError,
  ServiceBusClient,
  type ServiceBusReceivedMessage,
  type ServiceBusReceiver,
} from '@azure/service-bus';
import { PathfinderError } from '../../trips/pathfinder-error.ts';

/** A message that says a job may be due. */
export interface Notice {
  readonly jobId: string;
  readonly ticket: string;
}

/** A notice under peek-lock. */
export interface Received extends Notice {
  readonly message: ServiceBusReceivedMessage;
}

/** One queue of Service Bus, as far as jobs need it. Throws `far-end-unavailable` while the broker cannot be reached. */
export interface Bus {
  /** Announces a job, now or at an instant in milliseconds. The same notice twice is the same message to the broker. */
  announce(notice: Notice, at?: number): Promise<void>;
  /** The next notice, waiting a little for one. One at a time. */
  receive(): Promise<Received | undefined>;
  /** Settlements of a notice whose lock was lost do nothing: it comes again, and is then known to be stale. */
  complete(received: Received): Promise<void>;
  bury(received: Received, reason: string): Promise<void>;
  renew(received: Received): Promise<void>;
  /** Notices that wait, are locked, or are dead: the first {@link MOST_PEEKED} of each. */
  peek(where: 'queue' | 'dead'): Promise<readonly Notice[]>;
  /** Takes a job's notices out of the dead letters. */
  exhume(jobId: string): Promise<void>;
  close(): Promise<void>;
}

export interface BusOptions {
  /** `Endpoint=sb://…;SharedAccessKeyName=…;SharedAccessKey=…`, or `<namespace>.servicebus.windows.net` for managed identity. */
  readonly connection: string;
  readonly queue: string;
  /** Milliseconds that a look at the queue waits for something to come. */
  readonly waitMs: number;
  /** Milliseconds that one call may take altogether; 45 s when absent. */
  readonly patienceMs?: number;
}

/** A call takes a few tries and their pauses at most; the library itself gives up before. */
const LONGEST_CALL_MS = 45_000;
/** As many messages as are looked at to tell how deep the queue is. */
const MOST_PEEKED = 256;

const noticeOf = (message: ServiceBusReceivedMessage): Notice => {
  const { jobId, ticket } = message.applicationProperties ?? {};
  return { jobId: String(jobId ?? ''), ticket: String(ticket ?? '') };
};

const isLost = (error: unknown): boolean => isServiceBusError(error) && error.code === 'MessageLockLost';

/** Opens the queue; nothing is sent before the first call. */
export const openBus = async ({
  connection,
  queue,
  waitMs,
  patienceMs = LONGEST_CALL_MS,
}: BusOptions): Promise<Bus> => {
  const retryOptions = { maxRetries: 2, retryDelayInMs: 200, timeoutInMs: 10_000 };
  const credential = connection.includes('SharedAccessKey')
    ? undefined
    : new (await import('@azure/identity')).DefaultAzureCredential();
  const connect = () => {
    const client = credential
      ? new ServiceBusClient(connection, credential, { retryOptions })
      : new ServiceBusClient(connection, { retryOptions });
    return { client, sender: client.createSender(queue), receiver: client.createReceiver(queue) };
  };
  let links = connect();
  /** Where a queue begins. The library goes on peeking where it stopped the last time, unless it is told to begin there. */
  let beginning: ServiceBusReceivedMessage['sequenceNumber'];

  /** Runs one call. A client that does not answer at all (one that was cut off while it connected) is replaced. */
  const guarded = async <T>(call: (now: typeof links) => Promise<T>): Promise<T> => {
    const used = links;
    const { promise: late, reject } = Promise.withResolvers<never>();
    const timer = setTimeout(() => {
      if (links === used) links = connect();
      used.client.close().catch(() => undefined);
      reject(new Error(`no answer within ${patienceMs} ms`));
    }, patienceMs);
    try {
      return await Promise.race([call(used), late]);
    } catch (cause) {
      throw new PathfinderError('far-end-unavailable', 'the message broker did not answer', cause);
    } finally {
      clearTimeout(timer);
    }
  };

  const settling = (call: (receiver: ServiceBusReceiver) => Promise<void>): Promise<void> =>
    guarded(({ receiver }) =>
      call(receiver).catch((error: unknown) => {
        if (!isLost(error)) throw error;
      }),
    );

  return {
    announce: ({ jobId, ticket }, at) => {
      const message = { body: { jobId }, messageId: ticket, applicationProperties: { jobId, ticket } };
      return guarded(async ({ sender }) => {
        if (at === undefined) await sender.sendMessages(message);
        else await sender.scheduleMessages(message, new Date(at));
      });
    },
    receive: () =>
      guarded(async ({ receiver }) => {
        const [message] = await receiver.receiveMessages(1, { maxWaitTimeInMs: waitMs });
        return message && { ...noticeOf(message), message };
      }),
    complete: ({ message }) => settling((receiver) => receiver.completeMessage(message)),
    bury: ({ message }, reason) =>
      settling((receiver) =>
        receiver.deadLetterMessage(message, {
          deadLetterReason: reason.slice(0, 1_000),
          deadLetterErrorDescription: '',
        }),
      ),
    renew: ({ message }) =>
      settling(async (receiver) => {
        await receiver.renewMessageLock(message);
      }),
    peek: (where) =>
      guarded(async ({ client }) => {
        const receiver = client.createReceiver(queue, where === 'dead' ? { subQueueType: 'deadLetter' } : {});
        try {
          const from = beginning && { fromSequenceNumber: beginning };
          const found = await receiver.peekMessages(MOST_PEEKED, from);
          beginning ??= found[0]?.sequenceNumber?.multiply(0);
          return found.map(noticeOf);
        } finally {
          await receiver.close();
        }
      }),
    exhume: (jobId) =>
      guarded(async ({ client }) => {
        const dead = client.createReceiver(queue, { subQueueType: 'deadLetter' });
        try {
          const found = await dead.receiveMessages(MOST_PEEKED, { maxWaitTimeInMs: waitMs });
          for (const message of found) {
            if (noticeOf(message).jobId === jobId) await dead.completeMessage(message);
            else await dead.abandonMessage(message);
          }
        } finally {
          await dead.close();
        }
      }),
    close: () => links.client.close(),
  };
};
