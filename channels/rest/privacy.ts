import { z } from 'zod';
import { askErasure, type Consequences, confirmErasure } from '../../trips/privacy/ask-erasure.ts';
import { CONFIRM_SECONDS, type Erasure, erasures, isGenuine } from '../../trips/privacy/erasure.ts';
import { exportPerson } from '../../trips/privacy/export-person.ts';
import { EXPORT_FILE } from '../share/privacy-router.ts';
import type { RestHouse } from './house.ts';
import { notFound } from './refusal.ts';
import { idOf, type Route, route } from './route.ts';
import { sent, shown } from './schema-names.ts';

const exportShown = shown(
  'PersonalExport',
  z.object({
    format: z.literal('pathfinder-export'),
    version: z.literal(1),
    exportedAt: z.iso.datetime(),
    person: z.object({ userId: z.string(), name: z.string(), familyId: z.string(), familyName: z.string() }),
    data: z.array(z.looseObject({ type: z.string() })).meta({ description: 'Every document, with its type.' }),
    files: z.array(
      z.object({
        documentId: z.string().optional(),
        photoId: z.string().optional().meta({ description: 'A photo of a trip, in the place of a document.' }),
        name: z.string(),
        mediaType: z.string(),
        sha256: z.string().optional(),
        content: z.string().nullable().meta({ description: 'The bytes in base64; null when they are gone.' }),
      }),
    ),
  }),
);

const eraseSent = sent(
  'ErasureRequest',
  z.strictObject({
    confirm: idOf('erasure')
      .optional()
      .meta({ description: 'The id of the first answer: with it the erasure begins, without it nothing is erased.' }),
  }),
);

const counts = z.record(z.string(), z.int());
const receiptShown = shown(
  'ErasureReceipt',
  z.object({
    id: z.string(),
    status: z.enum(['asked', 'confirmed', 'done']),
    confirmedAt: z.string().optional(),
    doneAt: z.string().optional(),
    removed: counts.meta({ description: 'Documents that are gone, by kind.' }),
    anonymised: counts.meta({ description: 'Documents others need, now without the person, by kind.' }),
    hash: z.string().optional().meta({ description: 'SHA-256 of id, confirmedAt, doneAt, removed and anonymised.' }),
    genuine: z.boolean().optional().meta({ description: 'The seal of this server fits the receipt.' }),
    confirmBefore: z.string().optional().meta({ description: 'Until when it can be confirmed.' }),
    consequences: z
      .object({
        heir: z
          .string()
          .optional()
          .meta({ description: 'Who speaks for the family then; absent: the family goes too.' }),
        tripsThatGo: z.array(z.string()),
        handedOver: z.array(z.object({ trip: z.string(), to: z.string() })),
        documents: z.int(),
      })
      .optional(),
  }),
);

/** A person's rights in their data. */
export const privacyRoutes = ({ records, clock, personal }: RestHouse): readonly Route[] => {
  const receipt = (erasure: Erasure, consequences?: Consequences) => ({
    ...erasure,
    ...(erasure.status === 'done' && { genuine: isGenuine(records, erasure) }),
    ...(erasure.status === 'asked' && {
      confirmBefore: new Date(Date.parse(erasure.askedAt) + CONFIRM_SECONDS * 1000).toISOString(),
    }),
    consequences,
  });
  return [
    route({
      method: 'get',
      path: '/privacy/export',
      operationId: 'exportMyData',
      summary: "Everything kept of the caller, files included; for a family's admin the family and its children too",
      tag: 'privacy',
      gives: { statuses: [200], body: exportShown },
      handle: async ({ userId }) => {
        const given = await exportPerson(records, clock, personal, userId);
        return given.ok ? { ok: true, status: 200, pieces: given.text, fileName: EXPORT_FILE } : given;
      },
    }),
    route({
      method: 'post',
      path: '/privacy/erase',
      operationId: 'eraseMyData',
      summary: 'Erases the caller: asked without `confirm` it says what would happen, and with it begins',
      tag: 'privacy',
      body: eraseSent,
      gives: { statuses: [200, 202], body: receiptShown },
      handle: async ({ userId, body: { confirm } }) => {
        if (confirm === undefined) {
          const asked = await askErasure(records, clock, userId);
          return asked.ok ? { ok: true, status: 200, body: receipt(asked.erasure, asked.consequences) } : asked;
        }
        const begun = await confirmErasure(records, clock, userId, confirm);
        if (!begun.ok) return begun;
        return { ok: true, status: 202, body: receipt(begun.erasure), location: `/privacy/erasures/${confirm}` };
      },
    }),
    route({
      method: 'get',
      path: '/privacy/erasures/{erasureId}',
      operationId: 'readErasure',
      summary: 'How far an erasure is, and its receipt; whoever has the id may read it, since the account is gone',
      tag: 'privacy',
      access: 'anyone',
      params: z.object({ erasureId: idOf('erasure') }),
      gives: { statuses: [200], body: receiptShown },
      handle: async ({ params: { erasureId } }) => {
        const erasure = await records.read(erasures, erasureId, erasureId);
        return erasure ? { ok: true, status: 200, body: receipt(erasure) } : notFound;
      },
    }),
  ];
};
