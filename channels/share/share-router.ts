import { type Response, Router } from 'express';
import type { Clock } from '../../trips/clock.ts';
import { openShare } from '../../trips/itineraries/share-itinerary.ts';
import type { Records } from '../../trips/records.ts';
import { itineraryPage } from './itinerary-page.ts';
import { goneBody, pageHeaders } from './page.ts';

const send = (response: Response, status: number, body: string): void => {
  response.status(status).set(pageHeaders()).send(body);
};

/** `GET /s/<token>`: the plan for whoever has the link. Unknown, expired and revoked links get one and the same 404. */
export const shareRouter = ({ records, clock }: { readonly records: Records; readonly clock: Clock }): Router => {
  const router = Router();
  router.get('/s/:token', async (request, response) => {
    const opened = await openShare(records, request.params.token, clock);
    if (opened.ok) send(response, 200, itineraryPage(opened.itinerary, opened.trip));
    else send(response, 404, goneBody);
  });
  return router;
};
