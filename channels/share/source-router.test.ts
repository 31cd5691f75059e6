import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { type Guest, openRestDoor, type RestDoor } from '../../test/rest-door.ts';
import { documents, type TripDocument } from '../../trips/documents/document.ts';
import { participationId } from '../../trips/trips/trip.ts';
import { sourceRouter } from './source-router.ts';

describe('a link that opens a source', () => {
  let door: RestDoor;
  let server: Server;
  let url: string;
  let bea: Guest;
  let tripId: string;
  beforeAll(async () => {
    door = await openRestDoor();
    server = express().use(sourceRouter(door)).listen(0, '127.0.0.1');
    await once(server, 'listening');
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const ana = await door.signIn({ name: 'Ana Silva' });
    bea = await door.signIn({ name: 'Bea Chen' });
    const trip = { name: 'Lisbon', destination: 'Lisbon' };
    tripId = String((await door.call('POST', '/trips', { token: ana.token, body: trip })).body.id);
    const invite = `/trips/${tripId}/families/${bea.familyId}/invite`;
    const { code } = (await door.call('POST', invite, { token: ana.token })).body;
    await door.call('POST', `/invitations/${code}/accept`, { token: bea.token });
  });
  afterAll(async () => {
    server.closeAllConnections();
    server.close();
    await door.close();
  });

  const added = async (text: string, scope: 'trip' | 'family'): Promise<string> => {
    const body = new FormData();
    body.set('scope', scope);
    body.set('file', new Blob([text]), 'paper.txt');
    return String((await door.call('POST', `/trips/${tripId}/documents`, { token: bea.token, body })).body.id);
  };
  const opened = async (documentId: string, group: boolean) => {
    const token = await door.tokens.signSource({ userId: bea.userId, tripId, documentId, group, spans: [] });
    return fetch(`${url}/d/${token}/file`);
  };

  test('that was said before a group opens what the whole trip may read, and nothing of a family', async () => {
    const own = await added('Leo is allergic to nuts.', 'family');
    expect((await opened(own, false)).status).toBe(200);
    expect((await opened(own, true)).status).toBe(404);
    expect((await opened(await added('Breakfast is at eight.', 'trip'), true)).status).toBe(200);
  });

  test('hands over what a browser would run, and lets nothing act as a page of this server', async () => {
    const id = await added('<script>alert(1)</script>', 'trip');
    const shown = await opened(id, false);
    expect(shown.headers.get('content-security-policy')).toMatch(/^sandbox; default-src 'none'/);
    expect(shown.headers.get('x-content-type-options')).toBe('nosniff');
    const document = await door.records.read(documents, tripId, id);
    if (!document) throw new Error('expected a document');
    const page: TripDocument = { ...document, mediaType: 'text/html' };
    await door.records.commit(tripId, [{ put: page }]);
    const handed = await opened(id, false);
    expect(handed.headers.get('content-type')).toContain('application/octet-stream');
    expect(handed.headers.get('content-disposition')).toMatch(/^attachment;/);
  });

  test('opens nothing for who has left the trip', async () => {
    const id = await added('The key is in box seven.', 'trip');
    expect((await opened(id, false)).status).toBe(200);
    await door.records.commit(tripId, [{ remove: participationId(tripId, bea.familyId) }]);
    expect((await opened(id, false)).status).toBe(404);
  });
});
