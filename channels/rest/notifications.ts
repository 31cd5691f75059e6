import { z } from 'zod';
import { notificationsOf } from '../../trips/notifications/history.ts';
import { door } from '../../trips/notifications/listener.ts';
import { notificationPreferences, quietHours } from '../../trips/notifications/preferences.ts';
import { changeNotifications, everyNotification } from '../../trips/people/change-notifications.ts';
import { people } from '../../trips/people/person.ts';
import { nobody } from './caller.ts';
import { demanded } from './conditions.ts';
import type { RestHouse } from './house.ts';
import { pageFrom, pageOf, pageQuery } from './paging.ts';
import { type Route, route } from './route.ts';
import { sent, shown } from './schema-names.ts';

const preferencesSent = sent(
  'NewNotificationPreferences',
  z.strictObject({
    ...notificationPreferences.shape,
    quietHours: quietHours.optional().meta({ description: 'From later than to spans midnight.' }),
    timeZone: notificationPreferences.shape.timeZone.meta({
      description: "IANA name of the zone the quiet hours are in; the trip's when absent.",
    }),
  }),
);
const preferencesShown = shown('NotificationPreferences', notificationPreferences.clone());
const notificationPage = shown(
  'NotificationList',
  pageOf(
    z.object({
      id: z.string(),
      tripId: z.string(),
      about: z.string().optional().meta({ description: 'What it told of, e.g. poll-opened.' }),
      text: z.string().optional().meta({ description: 'The first words of what was said.' }),
      door: door.optional(),
      status: z.string().meta({ description: 'sent, failed (tried again), refused, sending, or unknown.' }),
      at: z.string(),
    }),
  ),
);

/** What the caller wants to be told without asking, and what they were told. */
export const notificationRoutes = ({ records }: RestHouse): readonly Route[] => [
  route({
    method: 'get',
    path: '/notifications',
    operationId: 'listNotifications',
    summary: 'What the caller was told without asking, in all their trips, the newest first',
    tag: 'notifications',
    query: pageQuery,
    gives: { statuses: [200], body: notificationPage },
    handle: async ({ userId, query }) => {
      const person = await records.read(people, userId, userId);
      if (!person) return nobody;
      const told = (await notificationsOf(records, person)).map(({ pk: tripId, startedAt: at, ...rest }) => ({
        ...rest,
        tripId,
        at,
      }));
      const page = pageFrom(told, ({ at, id }) => `${at} ${id}`, query, 'last-first');
      return page.ok ? { ok: true, status: 200, body: page } : page;
    },
  }),
  route({
    method: 'get',
    path: '/notifications/preferences',
    operationId: 'readNotificationPreferences',
    summary: 'What the caller wants to be told, where, and when not',
    tag: 'notifications',
    tagged: true,
    gives: { statuses: [200], body: preferencesShown },
    handle: async ({ userId }) => {
      const person = await records.read(people, userId, userId);
      if (!person) return nobody;
      return { ok: true, status: 200, body: person.notifications ?? everyNotification, etag: person._etag };
    },
  }),
  route({
    method: 'put',
    path: '/notifications/preferences',
    operationId: 'replaceNotificationPreferences',
    summary: 'Sets topics not to be told of, quiet hours, and whether news is gathered into a digest',
    tag: 'notifications',
    body: preferencesSent,
    tagged: true,
    guarded: true,
    gives: { statuses: [200], body: preferencesShown },
    handle: async ({ userId, body, ifMatch }) => {
      const person = await records.read(people, userId, userId);
      if (!person) return nobody;
      const changed = await changeNotifications(records, userId, () => body, demanded(ifMatch, person._etag));
      return changed.ok ? { ok: true, status: 200, body: changed.notifications, etag: changed.person._etag } : changed;
    },
  }),
];
