import { writeFileSync } from 'node:fs';
import type { RestHouse } from '../channels/rest/house.ts';
import { postmanCollection } from '../channels/rest/postman.ts';
import { routesOf } from '../channels/rest/routes.ts';

/** The text of docs/postman.json: the REST API of a server on this machine. */
export const postmanFile = (): string => {
  // Routes are described here and never served: nothing of the house is asked for.
  const routes = routesOf({ devSignIn: true } as RestHouse);
  return `${JSON.stringify(postmanCollection('/api/v1', routes, 'http://127.0.0.1:3978'), null, 2)}\n`;
};

if (import.meta.main) writeFileSync(new URL('../docs/postman.json', import.meta.url), postmanFile());
