import { openRestDoor, type RestDoor } from '../../test/rest-door.ts';

let door: RestDoor;
beforeAll(async () => {
  door = await openRestDoor();
});
afterAll(() => door.close());

describe('the OpenAPI document', () => {
  test('describes what is served: every path with exactly its methods, each of which finds its route', async () => {
    const document = await (await fetch(`${door.url}/openapi.json`)).json();
    const paths = Object.entries(document.paths as Record<string, Record<string, { operationId: string }>>);
    expect(paths.length).toBeGreaterThan(20);
    for (const [path, item] of paths) {
      const url = door.url + path.replaceAll(/\{(\w+)\}/g, 'nothing');
      const described = Object.keys(item).map((method) => method.toUpperCase());
      const allowed = (await fetch(url, { method: 'OPTIONS' })).headers.get('allow')?.split(', ') ?? [];
      expect([path, allowed.filter((method) => !['HEAD', 'OPTIONS'].includes(method)).sort()]).toEqual([
        path,
        described.sort(),
      ]);
      for (const method of described) {
        const { status } = await fetch(url, { method });
        const open = path.endsWith('/auth/dev-token') ? 415 : path.includes('/privacy/erasures/') ? 404 : undefined;
        expect([path, method, status]).toEqual([path, method, open ?? 401]);
      }
    }
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
        const open = /\/auth\/dev-token$|\/privacy\/erasures\//.test(path);
        expect(operation.security).toEqual(open ? [] : undefined);
      }
    }
  });
});
