import type { RequestHandler } from 'express';
import type { Language } from '../../trips/language.ts';
import { html, type Markup } from './markup.ts';
import { STYLE, STYLE_HASH } from './page-style.ts';

/** A shared page as it is sent: complete without any script, found by no search engine. */
export const page = (title: string, body: Markup, language: Language = 'en'): string =>
  `<!doctype html>\n${
    html`<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex,nofollow"><meta name="color-scheme" content="light dark"><title>${title}</title><style>${{ markup: STYLE }}</style></head><body>${body}</body></html>`
      .markup
  }`;

/** What a shared page is sent with. `forms` says where its forms may go, `images` whose pictures it shows. */
export const pageHeaders = (
  forms: "'none'" | "'self'" = "'none'",
  images: "'none'" | "'self'" = "'none'",
): Readonly<Record<string, string>> => ({
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy': `default-src 'none'; style-src ${STYLE_HASH}; img-src ${images}; base-uri 'none'; form-action ${forms}; frame-ancestors 'none'`,
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Robots-Tag': 'noindex, nofollow',
  'Cache-Control': 'private, no-store',
});

/** The one page for every link that opens nothing: it never says whether there was something once. */
export const goneBody = page(
  'Nothing here',
  html`<main class="gone"><h1>This link opens nothing</h1><p>It may have ended or been withdrawn, or a letter of it got lost on the way. Ask whoever sent it to you for a new one.</p></main>`,
);

/** Shows that page to whoever reads with a browser what no door has; goes on for programs. */
export const goneForReaders: RequestHandler = (request, response, next) => {
  const reads = (request.method === 'GET' || request.method === 'HEAD') && request.accepts('json', 'html') === 'html';
  if (reads) response.status(404).set(pageHeaders()).send(goneBody);
  else next();
};
