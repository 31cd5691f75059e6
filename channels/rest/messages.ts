import { z } from 'zod';
import { MAX_MESSAGE, messages } from '../../trips/messages/message.ts';
import { postMessage } from '../../trips/messages/post-message.ts';
import { memberOf } from '../../trips/roles/permission.ts';
import type { RestHouse } from './house.ts';
import { pageFrom, pageOf, pageQuery } from './paging.ts';
import { idOf, type Route, route } from './route.ts';
import { sent, shown } from './schema-names.ts';

const messageSent = sent(
  'NewMessage',
  z.strictObject({
    text: z.string().trim().min(1).max(MAX_MESSAGE),
    everywhere: z
      .boolean()
      .optional()
      .meta({ description: 'Tell it in every conversation of the trip, by SMS too; only live and here when absent.' }),
  }),
);
const messageShown = shown(
  'Message',
  z.object({
    id: z.string(),
    tripId: z.string(),
    userId: z.string(),
    userName: z.string(),
    familyId: z.string(),
    familyName: z.string(),
    text: z.string(),
    everywhere: z.boolean(),
    createdAt: z.string(),
  }),
);
const messagePage = shown('MessageList', pageOf(messageShown));

const tripParams = z.object({ tripId: idOf('trip') });

/** What people of a trip write to one another; kept for 90 days. */
export const messageRoutes = ({ records, clock }: RestHouse): readonly Route[] => [
  route({
    method: 'get',
    path: '/trips/{tripId}/messages',
    operationId: 'listMessages',
    summary: 'What people of the trip wrote to everyone, the newest first',
    tag: 'messages',
    params: tripParams,
    query: pageQuery,
    gives: { statuses: [200], body: messagePage },
    handle: async ({ userId, params: { tripId }, query }) => {
      const mine = await memberOf(records, userId, tripId);
      if (!mine.ok) return mine;
      const said = await records.list(messages, tripId);
      const page = pageFrom(said, ({ createdAt, id }) => `${createdAt} ${id}`, query, 'last-first');
      return page.ok ? { ok: true, status: 200, body: page } : page;
    },
  }),
  route({
    method: 'post',
    path: '/trips/{tripId}/messages',
    operationId: 'postMessage',
    summary: 'Writes to everyone in the trip',
    tag: 'messages',
    params: tripParams,
    body: messageSent,
    repeatable: true,
    gives: { statuses: [201], body: messageShown },
    handle: async ({ userId, params: { tripId }, body, idempotencyKey }) => {
      const mine = await memberOf(records, userId, tripId);
      if (!mine.ok) return mine;
      const posted = await postMessage(records, clock, mine.member, { ...body, key: idempotencyKey });
      return posted.ok ? { ok: true, status: 201, body: posted.message } : posted;
    },
  }),
];
