import { type Response, Router } from 'express';
import type { Clock } from '../../trips/clock.ts';
import { erasures } from '../../trips/privacy/erasure.ts';
import { openExport } from '../../trips/privacy/export-link.ts';
import { type ExportSources, exportPerson } from '../../trips/privacy/export-person.ts';
import type { Records } from '../../trips/records.ts';
import { sendPieces } from '../rest/send-pieces.ts';
import { goneBody, pageHeaders } from './page.ts';
import { exportPage, receiptPage } from './privacy-pages.ts';

/** What the file is called on the person's device. */
export const EXPORT_FILE = 'pathfinder-my-data.json';

const ERASURE_ID = /^erasure_[0-9a-f-]{36}$/;

export interface PrivacyRouterParts {
  readonly records: Records;
  readonly clock: Clock;
  readonly sources: ExportSources;
}

/**
 * `/s/export/<token>`: a page that tells nothing, with a button that fetches the data. Chat programs open links to
 * preview them, so the data itself is given to a press of the button only. `/s/erasure/<id>`: the receipt of an erasure.
 * Unknown and expired links get one 404.
 */
export const privacyRouter = ({ records, clock, sources }: PrivacyRouterParts): Router => {
  const router = Router();
  const page = (response: Response, status: number, body: string): void => {
    response.status(status).set(pageHeaders("'self'")).send(body);
  };
  router.get('/s/export/:token', async (request, response) => {
    const opened = await openExport(records, clock, request.params.token);
    if (opened.ok) page(response, 200, exportPage);
    else page(response, 404, goneBody);
  });
  router.post('/s/export/:token', async (request, response) => {
    const opened = await openExport(records, clock, request.params.token);
    const given = opened.ok ? await exportPerson(records, clock, sources, opened.userId) : opened;
    if (given.ok) await sendPieces(response, { pieces: given.text, fileName: EXPORT_FILE });
    else page(response, 404, goneBody);
  });
  router.get('/s/erasure/:id', async (request, response) => {
    const { id } = request.params;
    const erasure = ERASURE_ID.test(id) ? await records.read(erasures, id, id) : undefined;
    if (erasure) page(response, 200, receiptPage(records, erasure));
    else page(response, 404, goneBody);
  });
  return router;
};
