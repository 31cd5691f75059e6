import { type Response, Router } from 'express';
import type { Clock } from '../../trips/clock.ts';
import { openShare } from '../../trips/itineraries/share-itinerary.ts';
import type { Records } from '../../trips/records.ts';
import { CALENDAR, itineraryCalendar } from './itinerary-calendar.ts';
import { itineraryPage } from './itinerary-page.ts';
import { itineraryPdf } from './itinerary-pdf.ts';
import { goneBody, pageHeaders } from './page.ts';

const send = (response: Response, status: number, body: string): void => {
  response.status(status).set(pageHeaders()).send(body);
};

const FILE_HEADERS = {
  'Cache-Control': 'private, no-store',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Robots-Tag': 'noindex, nofollow',
} as const;

export interface ShareRouterParts {
  readonly records: Records;
  readonly clock: Clock;
  /** How people reach this server, without a trailing slash. */
  readonly publicUrl: () => string;
}

/**
 * `GET /s/<token>`: the plan for whoever has the link; `.pdf` to print; `.ics` for a calendar. All follow the trip's
 * newest plan. Unknown, expired and revoked links get one and the same 404.
 */
export const shareRouter = ({ records, clock, publicUrl }: ShareRouterParts): Router => {
  const router = Router();
  const linkOf = (token: string): string => `${publicUrl()}/s/${token}`;

  router.get('/s/:token.pdf', async (request, response) => {
    const { token } = request.params;
    const opened = await openShare(records, token, clock);
    if (!opened.ok) return send(response, 404, goneBody);
    const pdf = await itineraryPdf(opened.itinerary, opened.trip, linkOf(token));
    response
      .set(FILE_HEADERS)
      .set('Content-Disposition', 'inline; filename="plan.pdf"')
      .type('application/pdf')
      .send(Buffer.from(pdf));
  });
  router.get('/s/:token.ics', async (request, response) => {
    const { token } = request.params;
    const opened = await openShare(records, token, clock);
    if (!opened.ok) return send(response, 404, goneBody);
    response
      .set(FILE_HEADERS)
      .set('Content-Disposition', 'inline; filename="plan.ics"')
      .set('Content-Type', CALENDAR)
      .send(itineraryCalendar(opened.itinerary, opened.trip, linkOf(token)));
  });
  router.get('/s/:token', async (request, response) => {
    const { token } = request.params;
    const opened = await openShare(records, token, clock);
    if (opened.ok) send(response, 200, itineraryPage(opened.itinerary, opened.trip, `/s/${token}`));
    else send(response, 404, goneBody);
  });
  return router;
};
