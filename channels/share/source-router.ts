import { type Response, Router } from 'express';
import type { Library } from '../../rag/library.ts';
import type { TripDocument } from '../../trips/documents/document.ts';
import { readableDocument } from '../../trips/documents/readable-documents.ts';
import type { Records } from '../../trips/records.ts';
import { memberOf } from '../../trips/roles/permission.ts';
import type { SourceClaims, Tokens } from '../tokens.ts';
import { goneBody, pageHeaders } from './page.ts';
import { CITED, sourcePage } from './source-page.ts';

/** Kinds of file that a browser shows by itself and that cannot act in it; others are handed over as files. */
const SHOWN = new Set(['application/pdf', 'image/png', 'image/jpeg', 'image/gif', 'image/webp', 'text/plain']);

/** A link that opens a document at what was cited. */
export const sourceLink = async (
  { tokens, publicUrl }: { readonly tokens: Tokens; readonly publicUrl: () => string },
  claims: SourceClaims,
): Promise<string> => `${publicUrl()}/d/${await tokens.signSource(claims)}#${CITED}`;

/**
 * `GET /d/<token>`: a cited document with the cited words marked; `/file` the file itself. A link opens what the person
 * it was made for may read at that moment, and what was said before a group only what the whole trip may read: who has
 * left the trip, and whose document was taken away, gets the same 404 as whoever made a link up.
 */
export const sourceRouter = ({
  records,
  library,
  tokens,
}: {
  readonly records: Records;
  readonly library: Library;
  readonly tokens: Tokens;
}): Router => {
  const router = Router();

  const opened = async (token: string): Promise<{ document: TripDocument; claims: SourceClaims } | undefined> => {
    const verified = await tokens.verifySource(token);
    if (!verified.ok) return undefined;
    const { userId, tripId, documentId, group } = verified.claims;
    const mine = await memberOf(records, userId, tripId);
    const document = mine.ok ? await readableDocument(records, mine.member, documentId) : undefined;
    return document && (!group || document.scope === 'trip') ? { document, claims: verified.claims } : undefined;
  };
  const gone = (response: Response): unknown => response.status(404).set(pageHeaders()).send(goneBody);

  router.get('/d/:token', async (request, response) => {
    const { token } = request.params;
    const source = await opened(token);
    const text = source && (await library.text(source.document));
    if (!source || text === undefined) return gone(response);
    const { document, claims } = source;
    return response
      .status(200)
      .set(pageHeaders())
      .send(
        sourcePage({
          name: document.name,
          text,
          pageStarts: await library.pageStarts(document),
          spans: claims.spans,
          file: `/d/${token}/file`,
        }),
      );
  });
  router.get('/d/:token/file', async (request, response) => {
    const source = await opened(request.params.token);
    const bytes = source && (await library.original(source.document));
    if (!source || !bytes) return gone(response);
    const { name, mediaType } = source.document;
    const shown = SHOWN.has(mediaType);
    return response
      .set({
        'Cache-Control': 'private, no-store',
        // What a file holds must not act as a page of this server.
        'Content-Security-Policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
        'Referrer-Policy': 'no-referrer',
        'X-Content-Type-Options': 'nosniff',
        'X-Robots-Tag': 'noindex, nofollow',
        'Content-Type': shown ? mediaType : 'application/octet-stream',
        'Content-Disposition': `${shown ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(name)}`,
      })
      .send(Buffer.from(bytes));
  });
  return router;
};
