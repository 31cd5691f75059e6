import type { Router } from 'express';
import type { Courier } from '../../bot/delivery.ts';
import { notifyingBrowsers } from './push-courier.ts';
import { type PushRoutesParts, pushRoutes } from './push-routes.ts';
import { pushService } from './push-service.ts';

/** The settings of notifications, by the names of app/config.ts. */
export interface PushSettings {
  readonly VAPID_PUBLIC_KEY: string;
  readonly VAPID_PRIVATE_KEY: string;
  readonly VAPID_SUBJECT: string;
  readonly PUSH_HOSTS: readonly string[];
}

export interface PushChannel {
  /** What browsers need to ask for notifications. */
  readonly publicKey: string;
  readonly router: Router;
  /** Web chat that notifies the browsers of a conversation as well. */
  alsoBy(web: Courier): Courier;
}

export interface PushChannelParts extends Omit<PushRoutesParts, 'push'> {
  readonly settings: PushSettings;
}

/** Notifications of browsers; nothing where there are no keys for them. */
export const pushChannel = ({ settings, ...parts }: PushChannelParts): PushChannel | undefined => {
  const { VAPID_PUBLIC_KEY: publicKey, VAPID_PRIVATE_KEY: privateKey, VAPID_SUBJECT: subject } = settings;
  if (publicKey === '' || privateKey === '') return undefined;
  const push = pushService({ publicKey, privateKey, subject, hosts: settings.PUSH_HOSTS });
  return {
    publicKey,
    router: pushRoutes({ ...parts, push }),
    alsoBy: (web) => notifyingBrowsers({ ...parts, web, push }),
  };
};
