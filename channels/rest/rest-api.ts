import { Router } from 'express';
import { admission } from './caller.ts';
import { docsPage } from './docs-page.ts';
import { nothingHere } from './error-handler.ts';
import type { RestHouse } from './house.ts';
import { mountRoutes } from './mount.ts';
import { openApiDocument } from './openapi.ts';
import type { Route } from './route.ts';
import { routesOf } from './routes.ts';

/** One version of the API: its number stands in its paths and in its document. */
export interface ApiVersion {
  readonly version: number;
  readonly routes: readonly Route[];
}

/**
 * The REST door: each version under `/api/v<n>/…` with its document at `/api/v<n>/openapi.json`; `/openapi.json` is the
 * first one's. Calls the domain's commands and the library, never the conversation. Answers 404 to everything else
 * under `/api`, so it stands behind the other doors there.
 */
export const restApi = (
  house: RestHouse,
  versions: readonly ApiVersion[] = [{ version: 1, routes: routesOf(house) }],
): Router => {
  const router = Router();
  const admit = admission(house.log, house.tokens, house.requestsPerMinute);
  for (const [index, { version, routes }] of versions.entries()) {
    const root = `/api/v${version}`;
    router.use(mountRoutes(house, admit, root, routes));
    const document = JSON.stringify(openApiDocument(root, routes));
    router.get([`${root}/openapi.json`, ...(index === 0 ? ['/openapi.json'] : [])], (_request, response) => {
      response.type('json').send(document);
    });
  }
  router.use(docsPage());
  router.use('/api', nothingHere(house.log));
  return router;
};
