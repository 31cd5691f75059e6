import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { z } from 'zod';
import { openRestDoor, type RestDoor } from '../../test/rest-door.ts';
import { restApi } from './rest-api.ts';
import { route } from './route.ts';
import { routesOf } from './routes.ts';
import { shown } from './schema-names.ts';

const namesShown = shown('TripNames', z.object({ names: z.array(z.string()) }));

describe('a second version of the API', () => {
  let door: RestDoor;
  let url: string;
  let close: () => void;
  beforeAll(async () => {
    door = await openRestDoor();
    const { house } = door;
    const namesOfTrips = route({
      method: 'get',
      path: '/trips',
      operationId: 'listTripNames',
      summary: 'What the trips are called',
      tag: 'trips',
      gives: { statuses: [200], body: namesShown },
      handle: async ({ userId }) => ({ ok: true, status: 200, body: { names: [userId.slice(0, 5)] } }),
    });
    const app = express().use(
      restApi(house, [
        { version: 1, routes: routesOf(house) },
        { version: 2, routes: [namesOfTrips] },
      ]),
    );
    const server = app.listen(0, '127.0.0.1');
    await once(server, 'listening');
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    close = () => server.close();
  });
  afterAll(async () => {
    close();
    await door.close();
  });

  const get = async (path: string, token?: string) => {
    const response = await fetch(
      url + path,
      token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } },
    );
    return { status: response.status, body: await response.json() };
  };

  test('should answer beside the first one, which stays as it was', async () => {
    const { token } = await door.signIn({ name: 'Ana Silva', phone: '+15550100' });
    expect(await get('/api/v2/trips', token)).toEqual({ status: 200, body: { names: ['user_'] } });
    expect(await get('/api/v1/trips', token)).toEqual({ status: 200, body: { items: [] } });
    expect((await get('/api/v2/trips')).status).toBe(401);
    expect((await get('/api/v2/families', token)).status).toBe(404);
    expect((await get('/api/v3/trips', token)).status).toBe(404);
  });

  test('should have a document of its own', async () => {
    const second = (await get('/api/v2/openapi.json')).body;
    expect([second.info.version, Object.keys(second.paths)]).toEqual(['2', ['/api/v2/trips']]);
    const first = (await get('/openapi.json')).body;
    expect(first).toEqual((await get('/api/v1/openapi.json')).body);
    expect(Object.keys(first.paths)).toContain('/api/v1/trips');
    expect(Object.keys(first.paths)).not.toContain('/api/v2/trips');
  });
});
