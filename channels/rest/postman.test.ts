import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { postmanFile } from '../../app/postman.ts';
import { openRestDoor, type RestDoor } from '../../test/rest-door.ts';
import { routesOf } from './routes.ts';

interface PostmanRequest {
  readonly method: string;
  readonly url: { getPath(): string; getRaw(): string };
  readonly body?: { readonly mode: string; readonly raw?: string };
}

/** Postman's own reader of collections. */
interface PostmanCollection {
  readonly name: string;
  readonly variables: { toObject(): Record<string, string> };
  forEachItem(each: (item: { readonly name: string; readonly request: PostmanRequest }) => void): void;
}

const { Collection } = createRequire(import.meta.url)('postman-collection') as {
  Collection: new (file: unknown) => PostmanCollection;
};

describe('the Postman collection', () => {
  let door: RestDoor;
  const requests: PostmanRequest[] = [];
  const collection = new Collection(JSON.parse(postmanFile()));
  beforeAll(async () => {
    door = await openRestDoor();
    collection.forEachItem(({ request }) => requests.push(request));
  });
  afterAll(() => door.close());

  test('should be current: npm run docs:postman', () => {
    expect(readFileSync(new URL('../../docs/postman.json', import.meta.url), 'utf8')).toBe(postmanFile());
  });

  test('should hold every route once, at a path that the server answers for that method', async () => {
    const routes = routesOf(door.house);
    expect(requests.map(({ method, url }) => `${method} ${url.getPath()}`).sort()).toEqual(
      routes
        .map(
          ({ method, path }) => `${method.toUpperCase()} /api/v1${path.replaceAll(/\{\w+\}/g, (name) => `{${name}}`)}`,
        )
        .sort(),
    );
    for (const { method, url } of requests) {
      const allowed = await fetch(door.url + url.getPath().replaceAll(/\{\{\w+\}\}/g, 'x'), { method: 'OPTIONS' });
      expect([url.getPath(), allowed.headers.get('allow')]).toEqual([url.getPath(), expect.stringContaining(method)]);
    }
  });

  test('should name a value for every variable, and send bodies that their routes understand', async () => {
    const known = new Set(Object.keys(collection.variables.toObject()));
    for (const [, name] of postmanFile().matchAll(/\{\{(\w+)\}\}/g)) expect(known).toContain(name);
    const routes = routesOf(door.house);
    let bodies = 0;
    for (const { method, url, body } of requests) {
      const path = url
        .getPath()
        .replaceAll(/\{\{(\w+)\}\}/g, '{$1}')
        .replace('/api/v1', '');
      const sent = routes.find((one) => one.path === path && one.method.toUpperCase() === method)?.body;
      if (!sent) continue;
      bodies += 1;
      expect([path, sent.safeParse(JSON.parse(body?.raw ?? ''))]).toEqual([
        path,
        expect.objectContaining({ success: true }),
      ]);
    }
    expect(bodies).toBeGreaterThan(5);
  });
});
