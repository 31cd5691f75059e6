import type { ActivityHandler } from 'botbuilder';
import type { Logger } from 'pino';
import type { Courier } from '../../bot/delivery.ts';
import type { Clock } from '../../trips/clock.ts';
import type { Records } from '../../trips/records.ts';
import type { Channel } from '../channel.ts';
import { sendQueue } from './send-queue.ts';
import { simulatedPhones } from './simulated-phones.ts';
import { type SimulatorRoutes, simulatorRoutes } from './simulator-routes.ts';
import { smsTurns } from './sms-adapter.ts';
import { MAX_MESSAGE } from './text-line.ts';
import { twilioApi } from './twilio-client.ts';
import { noCourier, type SmsCourierParts, twilioCourier } from './twilio-courier.ts';
import { twilioMedia } from './twilio-media.ts';
import { signatureCheck } from './verify-signature.ts';
import { STATUS_PATH, smsWebhooks } from './webhooks.ts';

/** The settings of this door, by the names of app/config.ts. */
export interface SmsSettings {
  readonly TWILIO_ACCOUNT_SID: string;
  readonly TWILIO_AUTH_TOKEN: string;
  readonly TWILIO_PHONE_NUMBER: string;
  readonly TWILIO_MESSAGING_SERVICE_SID: string;
  readonly TWILIO_API_BASE_URL: string;
  readonly TWILIO_PARTS_PER_SECOND: number;
  readonly PUBLIC_URL?: string | undefined;
  readonly MAX_UPLOAD_BYTES: number;
  readonly production: boolean;
}

export interface SmsChannelParts extends SmsCourierParts {
  readonly bot: ActivityHandler;
  readonly records: Records;
  readonly settings: SmsSettings;
  readonly clock: Clock;
  readonly log: Logger;
}

export interface SmsChannel extends Channel {
  /** Ends the simulator's open event streams, so that the server can close. */
  close(): void;
}

/** Milliseconds to fetch a texted file: within the 15 s Twilio waits for our answer. */
const MEDIA_TIMEOUT_MS = 8_000;

/**
 * The text-message door. With a Twilio account texts go through Twilio; without one, in development, to the simulator's
 * phones. Throws `configuration` when production has no auth token.
 */
export const smsChannel = (parts: SmsChannelParts): SmsChannel => {
  const { settings, records, clock, log, onOptOut } = parts;
  const account = {
    accountSid: settings.TWILIO_ACCOUNT_SID,
    authToken: settings.TWILIO_AUTH_TOKEN,
    apiBaseUrl: settings.TWILIO_API_BASE_URL,
  };
  const publicUrl = settings.PUBLIC_URL?.replace(/\/+$/, '');
  const queue = sendQueue(records, clock);
  const { router, first } = smsWebhooks({
    queue,
    turn: smsTurns(parts.bot),
    signed: signatureCheck({ ...account, publicUrl, production: settings.production }),
    hasCarrier: account.accountSid !== '' || account.authToken !== '',
    mediaReader: twilioMedia({ ...account, maxBytes: settings.MAX_UPLOAD_BYTES, timeoutMs: MEDIA_TIMEOUT_MS }),
    records,
    clock,
    log,
    onOptOut,
  });

  let courier: Courier = noCourier();
  let simulator: SimulatorRoutes | undefined;
  if (account.accountSid !== '') {
    courier = twilioCourier({
      api: twilioApi(account),
      records,
      queue,
      partsPerSecond: settings.TWILIO_PARTS_PER_SECOND,
      phoneNumber: settings.TWILIO_PHONE_NUMBER,
      messagingService: settings.TWILIO_MESSAGING_SERVICE_SID,
      log,
      statusCallback: publicUrl && publicUrl + STATUS_PATH,
      mayWriteTo: parts.mayWriteTo,
      onOptOut,
    });
  } else if (!settings.production) {
    const phones = simulatedPhones(records, clock, parts);
    courier = phones;
    simulator = simulatorRoutes(phones, log);
    router.use(simulator.router);
  }

  return {
    door: 'sms',
    deliver: courier.deliver,
    ...(courier.whenFree ? { whenFree: courier.whenFree } : {}),
    ...(courier.reconcile ? { reconcile: courier.reconcile } : {}),
    capabilities: { cards: 'none', update: false, groups: false, maxText: MAX_MESSAGE },
    router,
    first,
    close: () => simulator?.close(),
  };
};
