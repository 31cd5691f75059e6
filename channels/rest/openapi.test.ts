import { openRestDoor, type RestDoor } from '../../test/rest-door.ts';

let door: RestDoor;
beforeAll(async () => {
  door = await openRestDoor();
});
afterAll(() => door.close());

/** What Express really serves: method and path of every mounted route, refusals of other methods left out. */
const mounted = (): readonly string[] =>
  door.router.stack.flatMap(({ route }) => {
    if (!route) return [];
    const path = route.path.replaceAll(/:(\w+)/g, '{$1}');
    const methods = new Set(route.stack.map(({ method }) => method));
    return [...methods].flatMap((method) => (method ? [`${method} ${path}`] : []));
  });

describe('the OpenAPI document', () => {
  test('describes every mounted route, and every route it describes is mounted', async () => {
    const document = await (await fetch(`${door.url}/openapi.json`)).json();
    const described = Object.entries(document.paths as Record<string, Record<string, unknown>>).flatMap(
      ([path, item]) => Object.keys(item).map((method) => `${method} ${path}`),
    );
    expect(
      mounted()
        .filter((one) => one.includes('/api/'))
        .sort(),
    ).toEqual(described.sort());
    expect(described.length).toBeGreaterThan(20);
  });

  test('is OpenAPI 3.1 with unique operation ids and no reference that leads nowhere', async () => {
    const text = await (await fetch(`${door.url}/openapi.json`)).text();
    const document = JSON.parse(text);
    expect(document.openapi).toBe('3.1.0');
    const references = [...text.matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name ?? '');
    expect(references.length).toBeGreaterThan(50);
    for (const name of references) expect(Object.keys(document.components.schemas)).toContain(name);
    const ids = [...text.matchAll(/"operationId":"(\w+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('names every parameter of a path, and asks for a token wherever one is needed', async () => {
    const document = await (await fetch(`${door.url}/openapi.json`)).json();
    for (const [path, item] of Object.entries<
      Record<string, { parameters: { name: string; in: string }[]; security?: unknown[] }>
    >(document.paths)) {
      const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      for (const operation of Object.values(item)) {
        expect(operation.parameters.filter((one) => one.in === 'path').map((one) => one.name)).toEqual(names);
        expect(operation.security).toEqual(path.endsWith('/auth/dev-token') ? [] : undefined);
      }
    }
  });
});
