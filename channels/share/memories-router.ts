import { type Response, Router } from 'express';
import { wordsIn } from '../../cards/words/words.ts';
import type { Clock } from '../../trips/clock.ts';
import { language } from '../../trips/language.ts';
import type { PhotoAlbum } from '../../trips/memories/memory-photo.ts';
import { openMemories } from '../../trips/memories/shown-memories.ts';
import type { Records } from '../../trips/records.ts';
import { memoriesPage } from './memories-page.ts';
import { memoriesPdf } from './memories-pdf.ts';
import { goneBody, pageHeaders } from './page.ts';

const FILE_HEADERS = {
  'Cache-Control': 'private, no-store',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Robots-Tag': 'noindex, nofollow',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
} as const;

export interface MemoriesRouterParts {
  readonly records: Records;
  readonly clock: Clock;
  readonly album: Pick<PhotoAlbum, 'get'>;
}

/** The language asked for in `?lang=`; English when it is none of ours. */
const wordsFor = (asked: unknown) => wordsIn(language.safeParse(asked).data ?? 'en');

const gone = (response: Response): void => {
  response.status(404).set(pageHeaders()).send(goneBody);
};

/**
 * `GET /s/<token>` of a memory lane, `.pdf` to print it, and below it the photos that are shared at that moment. What is
 * no memory lane is left to the next router, which answers for plans and for links that open nothing.
 */
export const memoriesRouter = ({ records, clock, album }: MemoriesRouterParts): Router => {
  const router = Router();
  router.get('/s/:token/photos/:name.jpg', async (request, response) => {
    const { token, name } = request.params;
    const opened = await openMemories(records, clock, token);
    const photo = opened.ok && opened.memories.photos.find(({ id }) => name === id || name === `${id}.small`);
    const bytes = photo && (await album.get(name === photo.id ? photo.full : photo.thumbnail));
    if (!bytes) return gone(response);
    response.set(FILE_HEADERS).type('image/jpeg').send(Buffer.from(bytes));
  });
  router.get('/s/:token.pdf', async (request, response, next) => {
    const opened = await openMemories(records, clock, request.params.token);
    if (!opened.ok) return next();
    const pdf = await memoriesPdf(opened.memories, wordsFor(request.query.lang), ({ full }) => album.get(full));
    response
      .set(FILE_HEADERS)
      .set('Content-Disposition', 'inline; filename="memories.pdf"')
      .type('application/pdf')
      .send(Buffer.from(pdf));
  });
  router.get('/s/:token', async (request, response, next) => {
    const { token } = request.params;
    const opened = await openMemories(records, clock, token);
    if (!opened.ok) return next();
    const body = memoriesPage(opened.memories, `/s/${token}`, wordsFor(request.query.lang));
    response.status(200).set(pageHeaders("'none'", "'self'")).send(body);
  });
  return router;
};
