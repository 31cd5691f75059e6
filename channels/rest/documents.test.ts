import { once } from 'node:events';
import { request } from 'node:http';
import { eventually } from '../../test/eventually.ts';
import { type Guest, openRestDoor, type RestDoor } from '../../test/rest-door.ts';

const MAX_BYTES = 50_000;

let door: RestDoor;
let ana: Guest;
let bea: Guest;
let mallory: Guest;
let tripId: string;
let documents: string;
beforeAll(async () => {
  door = await openRestDoor({ maxUploadBytes: MAX_BYTES });
  ana = await door.signIn({ name: 'Ana Silva' });
  bea = await door.signIn({ name: 'Bea Chen' });
  mallory = await door.signIn({ name: 'Mallory' });
  tripId = String(
    (await door.call('POST', '/trips', { ...as(ana), body: { name: 'Lisbon', destination: 'Lisbon' } })).body.id,
  );
  documents = `/trips/${tripId}/documents`;
  const { code } = (await door.call('POST', `/trips/${tripId}/families/${bea.familyId}/invite`, as(ana))).body;
  await door.call('POST', `/invitations/${code}/accept`, as(bea));
});
afterAll(() => door.close());

const as = (guest: Guest) => ({ token: guest.token });
const form = (
  text: string | Uint8Array<ArrayBuffer>,
  fields: Record<string, string> = {},
  name = 'hotel.txt',
): FormData => {
  const data = new FormData();
  for (const [field, value] of Object.entries(fields)) data.set(field, value);
  data.set('file', new Blob([text]), name);
  return data;
};
const add = (guest: Guest, body: FormData, query = '') => door.call('POST', documents + query, { ...as(guest), body });

describe('adding a document', () => {
  test('keeps it for the trip, whichever field comes first, and once however often it is sent', async () => {
    const added = await add(ana, form('Check-in is from 15:20.', { scope: 'trip' }));
    expect(added).toMatchObject({
      status: 201,
      body: { tripId, name: 'hotel.txt', scope: 'trip', bytes: 23, pages: 1, addedBy: ana.userId },
    });
    expect(added.headers.get('location')).toBe(`/api/v1${documents}/${added.body.id}`);
    const late = form('Check-in is from 15:20.');
    late.set('scope', 'trip');
    expect(await add(bea, late)).toMatchObject({ status: 200, body: { id: added.body.id } });
    const read = await door.call('GET', `${documents}/${added.body.id}`, as(bea));
    expect(read.body).toEqual(added.body);
    expect(read.headers.get('etag')).toBe(added.headers.get('etag'));
  });

  test('never uses its name as a path, and keeps names of any alphabet', async () => {
    expect((await add(ana, form('One', {}, '../../etc/passwd'))).body.name).toBe('passwd');
    expect((await add(ana, form('Two', {}, 'Путівник 東京.txt'))).body.name).toBe('Путівник 東京.txt');
  });

  test('takes the scope from the query as well, and refuses one that is none', async () => {
    expect((await add(ana, form('Query'), '?scope=family')).body).toMatchObject({
      scope: 'family',
      familyId: ana.familyId,
    });
    expect((await add(ana, form('Public?', { scope: 'public' }))).status).toBe(400);
  });

  test('of another kind, or without text, is refused in the words of the library', async () => {
    expect(await add(ana, form('\u0000\u0001'))).toMatchObject({
      status: 415,
      body: { error: { code: 'unsupported-type' } },
    });
    expect(await add(ana, form('  '))).toMatchObject({ status: 422, body: { error: { code: 'no-text' } } });
  });

  test('above the limit is refused with 413, whether its length is told or not', async () => {
    const before = (await door.call('GET', documents, as(ana))).body;
    expect((await add(ana, form('x'.repeat(MAX_BYTES + 1)))).status).toBe(413);
    expect((await add(ana, form('x'.repeat(MAX_BYTES * 20)))).status).toBe(413);
    expect(await streamed(MAX_BYTES * 100)).toBe(413);
    expect((await door.call('GET', documents, as(ana))).body).toEqual(before);
    expect((await add(ana, form('x'.repeat(MAX_BYTES)))).status).toBe(201);
  });

  test('that says it is too large is refused before it comes', async () => {
    const asked = request(`${door.url}/api/v1${documents}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${ana.token}`,
        'content-type': 'multipart/form-data; boundary=b',
        'content-length': String(MAX_BYTES + 100_000),
      },
    });
    asked.on('error', () => undefined);
    // Never ended: the answer must come without the rest.
    asked.write('--b\r\n');
    const [answer] = await once(asked, 'response');
    expect(answer.statusCode).toBe(413);
    asked.destroy();
  });

  test('whose sender goes away is given up, and says so in the log', async () => {
    const before = door.logged.length;
    const asked = request(`${door.url}/api/v1${documents}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${ana.token}`, 'content-type': 'multipart/form-data; boundary=b' },
    });
    asked.on('error', () => undefined);
    await new Promise<void>((resolve) =>
      asked.write('--b\r\ncontent-disposition: form-data; name="file"; filename="a.txt"\r\n\r\nhalf', () => resolve()),
    );
    asked.destroy();
    await eventually('the upload is given up', async () =>
      door.logged.slice(before).some((line) => line.includes('malformed-multipart')),
    );
  });

  test('that is no upload, no file, two files or cut short is refused', async () => {
    const json = await door.call('POST', documents, { ...as(ana), body: { file: 'x' } });
    expect(json).toMatchObject({ status: 415, body: { error: { code: 'unsupported-media-type' } } });
    const none = new FormData();
    none.set('scope', 'trip');
    expect((await add(ana, none)).status).toBe(400);
    const elsewhere = new FormData();
    elsewhere.set('attachment', new Blob(['x']), 'x.txt');
    expect((await add(ana, elsewhere)).status).toBe(400);
    const two = form('One of two');
    two.append('file', new Blob(['two']), 'two.txt');
    expect((await add(ana, two)).status).toBe(400);
    const type = { 'content-type': 'multipart/form-data; boundary=b' };
    const cut = '--b\r\ncontent-disposition: form-data; name="file"; filename="a.txt"\r\n\r\nhalf';
    expect((await door.call('POST', documents, { ...as(ana), body: cut, headers: type })).status).toBe(400);
    const unbounded = { 'content-type': 'multipart/form-data' };
    expect((await door.call('POST', documents, { ...as(ana), body: cut, headers: unbounded })).status).toBe(400);
  });
});

describe('a family’s own document', () => {
  test('is there for the family and nowhere for anybody else', async () => {
    const own = await add(bea, form('Leo is allergic to nuts.', { scope: 'family' }, 'bea-notes.txt'));
    const path = `${documents}/${own.body.id}`;
    const listed = async (guest: Guest) => (await door.call('GET', documents, as(guest))).text;
    expect(await listed(bea)).toContain('bea-notes');
    expect(await listed(ana)).not.toContain('bea-notes');
    const absent = await door.call('GET', `${documents}/document_00000000-0000-4000-8000-000000000000`, as(ana));
    for (const [guest, method] of [
      [ana, 'GET'],
      [ana, 'DELETE'],
      [mallory, 'GET'],
      [mallory, 'DELETE'],
    ] as const) {
      const refused = await door.call(method, path, as(guest));
      expect(refused.status).toBe(404);
      expect(refused.body.error).toMatchObject({ message: (absent.body.error as { message: string }).message });
    }
    expect((await door.call('GET', path, as(bea))).status).toBe(200);
    expect((await door.call('DELETE', path, as(bea))).status).toBe(204);
    // Gone for the family; for others it still never was.
    expect((await door.call('DELETE', path, as(bea))).status).toBe(204);
    expect((await door.call('DELETE', path, as(ana))).status).toBe(404);
    expect((await door.call('GET', `/trips/${tripId}/audit`, as(ana))).text).not.toContain('bea-notes');
  });
});

describe('removing a document', () => {
  test('is for who added it or the organizer; again is 204, never there is 404', async () => {
    const mine = await add(ana, form('Ana’s list'));
    const hers = await add(bea, form('Bea’s list'));
    const refused = await door.call('DELETE', `${documents}/${mine.body.id}`, as(bea));
    expect(refused).toMatchObject({ status: 403, body: { error: { code: 'not-allowed' } } });
    expect(door.library.texts.has(String(hers.body.id))).toBe(true);
    const removed = await door.call('DELETE', `${documents}/${hers.body.id}`, as(ana));
    expect(removed).toMatchObject({ status: 204, text: '' });
    expect(door.library.texts.has(String(hers.body.id))).toBe(false);
    expect((await door.call('DELETE', `${documents}/${hers.body.id}`, as(bea))).status).toBe(204);
    expect((await door.call('GET', `${documents}/${hers.body.id}`, as(bea))).status).toBe(404);
    expect((await door.call('DELETE', `${documents}/document_1`, as(ana))).status).toBe(404);
    expect((await door.call('DELETE', `${documents}/${tripId}`, as(ana))).status).toBe(404);
  });

  test('over a tag that is not its own is refused with 412', async () => {
    const one = await add(ana, form('Tagged'));
    const path = `${documents}/${one.body.id}`;
    expect((await door.call('DELETE', path, { ...as(ana), headers: { 'if-match': '"other"' } })).status).toBe(412);
    const tags = `"other", ${one.headers.get('etag')}`;
    expect((await door.call('DELETE', path, { ...as(ana), headers: { 'if-match': tags } })).status).toBe(204);
  });
});

/** Sends a file of `bytes` without telling its length; resolves with the status that came back. */
const streamed = async (bytes: number): Promise<number> => {
  const asked = request(`${door.url}/api/v1${documents}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${ana.token}`, 'content-type': 'multipart/form-data; boundary=b' },
  });
  let early = false;
  const answered = once(asked, 'response').then(([response]) => {
    early = true;
    response.resume();
    return response.statusCode;
  });
  asked.write('--b\r\ncontent-disposition: form-data; name="file"; filename="a.txt"\r\n\r\n');
  const piece = Buffer.alloc(10_000, 'x');
  // Node's client drains no more once it has been answered.
  for (let sent = 0; sent < bytes && !early; sent += piece.length) {
    if (!asked.write(piece)) await Promise.race([once(asked, 'drain'), answered]);
  }
  asked.end('\r\n--b--\r\n');
  const status = await answered;
  asked.destroy();
  return status;
};
