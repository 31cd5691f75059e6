import { z } from 'zod';
import { utc } from '../../trips/dates.ts';
import { idFrom } from '../../trips/ids.ts';
import { rejected } from '../../trips/rejection.ts';
import { cancelReminder } from '../../trips/reminders/cancel-reminder.ts';
import { readableReminder, readableReminders } from '../../trips/reminders/readable-reminders.ts';
import { audience, reminderKind } from '../../trips/reminders/reminder.ts';
import { setReminder } from '../../trips/reminders/set-reminder.ts';
import { memberOf } from '../../trips/roles/permission.ts';
import { demanded } from './conditions.ts';
import type { RestHouse } from './house.ts';
import { pageFrom, pageOf, pageQuery } from './paging.ts';
import { idOf, type Route, route } from './route.ts';
import { sent, shown } from './schema-names.ts';
import { words } from './words.ts';

const reminderSent = sent(
  'NewReminder',
  z.strictObject({
    what: words(200),
    at: utc.meta({ description: 'A UTC instant in the future.' }),
    kind: reminderKind
      .optional()
      .meta({ description: 'A deadline is told the morning before and the same morning; reminder when absent.' }),
    for: audience.optional().meta({ description: "Who hears it; the caller's family when absent." }),
  }),
);
const reminderShown = shown(
  'Reminder',
  z.object({
    id: z.string(),
    tripId: z.string(),
    kind: reminderKind,
    what: z.string(),
    at: z.string(),
    for: audience,
    userId: z.string(),
    status: z.enum(['waiting', 'told', 'cancelled']),
    createdAt: z.string(),
  }),
);
const reminderPage = shown('ReminderList', pageOf(reminderShown));

const tripParams = z.object({ tripId: idOf('trip') });
const params = tripParams.extend({ reminderId: idOf('reminder') });

/** What the caller, their family or the whole trip is to be reminded of. Those of others are not shown. */
export const reminderRoutes = ({ records, clock }: RestHouse): readonly Route[] => [
  route({
    method: 'get',
    path: '/trips/{tripId}/reminders',
    operationId: 'listReminders',
    summary: 'The reminders the caller may know of, the earliest first, told and cancelled ones too',
    tag: 'reminders',
    params: tripParams,
    query: pageQuery,
    gives: { statuses: [200], body: reminderPage },
    handle: async ({ userId, params: { tripId }, query }) => {
      const mine = await memberOf(records, userId, tripId);
      if (!mine.ok) return mine;
      const page = pageFrom(await readableReminders(records, mine.member), ({ at, id }) => `${at} ${id}`, query);
      return page.ok ? { ok: true, status: 200, body: page } : page;
    },
  }),
  route({
    method: 'post',
    path: '/trips/{tripId}/reminders',
    operationId: 'setReminder',
    summary: 'Sets a reminder or a deadline',
    tag: 'reminders',
    params: tripParams,
    body: reminderSent,
    repeatable: true,
    tagged: true,
    gives: { statuses: [201], body: reminderShown },
    refuses: [409],
    handle: async ({ userId, params: { tripId }, body, idempotencyKey }) => {
      const mine = await memberOf(records, userId, tripId);
      if (!mine.ok) return mine;
      const id = idempotencyKey === undefined ? undefined : idFrom('reminder', tripId, userId, idempotencyKey);
      const set = await setReminder(records, clock, mine.member, { ...body, id });
      if (!set.ok) return set;
      const kept = await readableReminder(records, mine.member, set.reminder.id);
      return {
        ok: true,
        status: 201,
        body: set.reminder,
        etag: kept?._etag,
        location: `/trips/${tripId}/reminders/${set.reminder.id}`,
      };
    },
  }),
  route({
    method: 'get',
    path: '/trips/{tripId}/reminders/{reminderId}',
    operationId: 'readReminder',
    summary: 'One reminder',
    tag: 'reminders',
    params,
    tagged: true,
    gives: { statuses: [200], body: reminderShown },
    handle: async ({ userId, params: { tripId, reminderId } }) => {
      const mine = await memberOf(records, userId, tripId);
      if (!mine.ok) return mine;
      const reminder = await readableReminder(records, mine.member, reminderId);
      return reminder ? { ok: true, status: 200, body: reminder, etag: reminder._etag } : rejected('not-found');
    },
  }),
  route({
    method: 'delete',
    path: '/trips/{tripId}/reminders/{reminderId}',
    operationId: 'cancelReminder',
    summary: 'Cancels a reminder. Repeating it changes nothing',
    tag: 'reminders',
    params,
    guarded: true,
    gives: { statuses: [204], body: z.undefined() },
    refuses: [403],
    handle: async ({ userId, params: { tripId, reminderId }, ifMatch }) => {
      const mine = await memberOf(records, userId, tripId);
      if (!mine.ok) return mine;
      const current = await readableReminder(records, mine.member, reminderId);
      const demand = demanded(ifMatch, current?._etag ?? '');
      const cancelled = await cancelReminder(records, clock, mine.member, reminderId, demand);
      return cancelled.ok ? { ok: true, status: 204, body: undefined } : cancelled;
    },
  }),
];
