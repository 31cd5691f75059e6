import { hash } from 'node:crypto';
import { z } from 'zod';
import { type Clock, instant } from '../clock.ts';
import { newToken, type UserId } from '../ids.ts';
import type { Entity, Kind, Records } from '../records.ts';
import { type Outcome, rejected } from '../rejection.ts';

/** Seconds a link to an export opens: long enough to read the message, short enough that an old message opens nothing. */
export const EXPORT_LINK_SECONDS = 3_600;

/** A link by which a person fetches their data. The token itself is not kept, only its hash. Partition: the link itself. */
export interface ExportLink extends Entity {
  readonly type: 'export_link';
  readonly userId: UserId;
  readonly expiresAt: string;
}

export const exportLinks: Kind<ExportLink> = {
  type: 'export_link',
  version: 1,
  schema: z.object({
    pk: z.string(),
    id: z.string(),
    type: z.literal('export_link'),
    _schema_version: z.number(),
    ttl: z.number().optional(),
    userId: z.string(),
    expiresAt: z.string(),
  }),
};

const linkId = (token: string): string => `export_link_${hash('sha256', token, 'hex')}`;

/** 128 bits in base64url: anything else cannot be one of ours. */
const TOKEN = /^[A-Za-z0-9_-]{22}$/;

/** The token of a link by which the person can fetch their data. Whoever has it can, so it is said to them alone. */
export const offerExport = async (records: Records, clock: Clock, userId: UserId): Promise<string> => {
  const token = newToken();
  const id = linkId(token);
  const link: ExportLink = {
    pk: id,
    id,
    type: 'export_link',
    _schema_version: 1,
    ttl: EXPORT_LINK_SECONDS,
    userId,
    expiresAt: instant({ now: () => clock.now() + EXPORT_LINK_SECONDS * 1000 }),
  };
  await records.commit(id, [{ put: link, ifAbsent: true }]);
  return token;
};

/** Whose data a link gives. `not-found` alike for one that never was and one whose time is over. */
export const openExport = async (
  records: Records,
  clock: Clock,
  token: string,
): Promise<Outcome<{ userId: UserId }>> => {
  if (!TOKEN.test(token)) return rejected('not-found');
  const id = linkId(token);
  const link = await records.read(exportLinks, id, id);
  return link && link.expiresAt > instant(clock) ? { ok: true, userId: link.userId } : rejected('not-found');
};
