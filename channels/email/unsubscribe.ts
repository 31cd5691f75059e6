import express, { type Router } from 'express';
import { type Clock, instant } from '../../trips/clock.ts';
import { addressKey, optOutByKey } from '../../trips/people/addresses.ts';
import type { Records } from '../../trips/records.ts';
import { html } from '../share/markup.ts';
import { goneBody, page, pageHeaders } from '../share/page.ts';
import type { Tokens } from '../tokens.ts';

const HEADERS = pageHeaders("'self'");

/** The link that ends all mail to an address. */
export const unsubscribeLink = async (
  { records, tokens, publicUrl }: { records: Pick<Records, 'lookupKey'>; tokens: Tokens; publicUrl: () => string },
  address: string,
): Promise<string> =>
  `${publicUrl()}/u/${await tokens.signUnsubscribe(addressKey(records, { door: 'email', value: address }))}`;

/**
 * `GET /u/<token>` asks, `POST /u/<token>` ends all mail to the address (also as one click of a mail program, RFC 8058):
 * programs that look at links before a person does change nothing.
 */
export const unsubscribeRouter = ({
  records,
  tokens,
  clock,
}: {
  readonly records: Records;
  readonly tokens: Tokens;
  readonly clock: Clock;
}): Router => {
  const router = express.Router();
  router.get('/u/:token', async (request, response) => {
    const verified = await tokens.verifyUnsubscribe(request.params.token);
    response
      .status(verified.ok ? 200 : 404)
      .set(HEADERS)
      .send(verified.ok ? ASK : goneBody);
  });
  router.post('/u/:token', async (request, response) => {
    const verified = await tokens.verifyUnsubscribe(request.params.token);
    if (verified.ok) await optOutByKey(records, clock, verified.claims.addressKey);
    response
      .status(verified.ok ? 200 : 404)
      .set(HEADERS)
      .send(verified.ok ? done(instant(clock)) : goneBody);
  });
  return router;
};

const ASK = page(
  'No more mail?',
  html`<main class="gone"><h1>No more mail from Pathfinder?</h1><p>Your trips go on; you are told of them where you chat, and not by e-mail.</p><form method="post"><p><button type="submit">Yes, end all mail to me</button></p></form></main>`,
);
const done = (at: string): string =>
  page(
    'No more mail',
    html`<main class="gone"><h1>You get no more mail</h1><p>Noted on ${at.slice(0, 10)}. To change your mind, tell Pathfinder "e-mail me the news" where you chat.</p></main>`,
  );
