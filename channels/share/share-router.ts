import { type Request, type Response, Router } from 'express';
import { wordsIn } from '../../cards/words/words.ts';
import type { Clock } from '../../trips/clock.ts';
import { familyMark, type OpenedShare, openShare } from '../../trips/itineraries/share-itinerary.ts';
import { language } from '../../trips/language.ts';
import type { Records } from '../../trips/records.ts';
import { CALENDAR, itineraryCalendar } from './itinerary-calendar.ts';
import { itineraryPage, type PlanAddress } from './itinerary-page.ts';
import { itineraryPdf } from './itinerary-pdf.ts';
import { goneBody, pageHeaders } from './page.ts';
import type { ShownPlan } from './shown-plan.ts';

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

/** What a link is asked for: `?only=` a family's part, `?lang=` a language. What is none of ours is not heard. */
const shownOf = ({ itinerary, trip, seats }: OpenedShare, { token, only, lang }: Asked): ShownPlan => ({
  itinerary,
  trip,
  seats,
  words: wordsIn(language.safeParse(lang).data),
  only: seats.find(({ familyId }) => familyMark(token, familyId) === only)?.familyId,
});

interface Asked {
  readonly token: string;
  readonly only?: unknown;
  readonly lang?: unknown;
}

const addressesOf =
  (base: string, token: string, { words }: ShownPlan): PlanAddress =>
  (ending, only) => {
    const query = new URLSearchParams({
      ...(only === undefined ? {} : { only: familyMark(token, only) }),
      ...(words.language === 'en' ? {} : { lang: words.language }),
    }).toString();
    return `${base}/s/${token}${ending}${query === '' ? '' : `?${query}`}`;
  };

/**
 * `GET /s/<token>`: the plan for whoever has the link; `.pdf` to print; `.ics` for a calendar. All follow the trip's
 * newest plan. Unknown, expired and revoked links get one and the same 404.
 */
export const shareRouter = ({ records, clock, publicUrl }: ShareRouterParts): Router => {
  const router = Router();
  const opened = async ({ params: { token }, query: { only, lang } }: Request<{ token: string }>) => {
    const share = await openShare(records, token, clock);
    if (!share.ok) return undefined;
    const shown = shownOf(share, { token, only, lang });
    return { shown, inside: addressesOf('', token, shown), outside: addressesOf(publicUrl(), token, shown) };
  };
  router.get('/s/:token.pdf', async (request, response) => {
    const plan = await opened(request);
    if (!plan) return send(response, 404, goneBody);
    const pdf = await itineraryPdf(plan.shown, plan.outside('', plan.shown.only));
    response
      .set(FILE_HEADERS)
      .set('Content-Disposition', 'inline; filename="plan.pdf"')
      .type('application/pdf')
      .send(Buffer.from(pdf));
  });
  router.get('/s/:token.ics', async (request, response) => {
    const plan = await opened(request);
    if (!plan) return send(response, 404, goneBody);
    response
      .set(FILE_HEADERS)
      .set('Content-Disposition', 'inline; filename="plan.ics"')
      .set('Content-Type', CALENDAR)
      .send(itineraryCalendar(plan.shown, plan.outside('', plan.shown.only)));
  });
  router.get('/s/:token', async (request, response) => {
    const plan = await opened(request);
    if (plan) send(response, 200, itineraryPage(plan.shown, plan.inside));
    else send(response, 404, goneBody);
  });
  return router;
};
