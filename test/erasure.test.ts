import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { eventually } from './eventually.ts';
import { type Journey, startJourney } from './journey.ts';

const ANA = '+15550101';
const BEA = '+15550102';

/** What Bea says, sends and keeps to herself; each word stands nowhere else. */
const SEALED = [
  '+15550102',
  '15550102',
  'bea.quillfeather@example.com',
  'hazelwort',
  'Grandma Perpetua',
  '351210000777',
];
const WORDS = ['Quillfeather', 'zanzibarquestion', 'snorkelrental', 'passportscan', 'barkationtim', 'Tobermory'];

/** All bytes that lie in a folder, as Latin-1 text, so that any of them can be looked for. */
const bytesIn = (folder: string): string =>
  readdirSync(folder)
    .map((name) => join(folder, name))
    .map((path) =>
      statSync(path).isDirectory() ? `${path}\n${bytesIn(path)}` : `${path}\n${readFileSync(path, 'latin1')}`,
    )
    .join('\n');

describe('a person in the files of the embedded default', () => {
  let journey: Journey;
  let token: string;
  let ana: string;
  let tripId: string;
  beforeAll(async () => {
    journey = await startJourney();
    ({ token: ana } = await journey.signUp({ name: 'Ana Silva', phone: ANA, familyName: 'Silva' }));
    const bea = await journey.signUp({
      ...{ name: 'Bea Quillfeather', phone: BEA, familyName: 'Quillfeather' },
      ...({ email: 'bea.quillfeather@example.com' } as object),
    });
    token = bea.token;
    const dates = { startDate: '2027-06-11', endDate: '2027-06-15' };
    const trip = await journey.api('POST', '/trips', {
      token: ana,
      body: { name: 'Lisbon 2027', destination: 'Lisbon', ...dates },
    });
    tripId = String(trip.body.id);
    await journey.text(ANA, 'hi');
    const { body } = await journey.api('POST', `/trips/${tripId}/families/${bea.familyId}/invite`, { token: ana });
    await journey.text(BEA, `join ${body.code}`);
    await journey.api('POST', `/families/${bea.familyId}/members`, { token, body: { name: 'Tobermory', age: 4 } });
    const preferences = { diet: ['no hazelwort'], notes: 'hazelwort makes one of us ill' };
    await journey.api('PUT', `/families/${bea.familyId}/preferences`, { token, body: preferences });
    await journey.api('PUT', `/families/${bea.familyId}/emergency-contacts`, {
      ...{ token, body: { contacts: [{ name: 'Grandma Perpetua', phone: '+351210000777' }] } },
    });
    for (const scope of ['family', 'trip']) {
      const form = new FormData();
      form.set('scope', scope);
      const words = `The embarkationtime for ${scope} passengers is 09:40 at the pier.`;
      form.set('file', new Blob([words]), `passportscan-${scope}.txt`);
      expect((await journey.api('POST', `/trips/${tripId}/documents`, { token, body: form })).status).toBe(201);
    }
    await journey.text(BEA, 'when is the embarkationtime? asks zanzibarquestion');
    await journey.text(BEA, 'poll: where do we eat? Taverna or Pelican');
    await journey.text(BEA, '1');
    await journey.text(BEA, 'we paid 84 euros for snorkelrental');
    await journey.text(BEA, 'plan our trip');
    const web = await journey.web(token);
    await web.say('zanzibarquestion: is hazelwort in the diary? call +15550102');
    await web.hears((text) => text !== '', 1);
    web.close();
  });
  afterAll(() => journey.close());

  test('should not be readable in any of them by phone, e-mail, contact or health', async () => {
    const kept = bytesIn(journey.folder);
    for (const word of SEALED) expect(kept.includes(word) ? `plain: ${word}` : '').toBe('');
    // What is not sealed is found, so the looking works.
    expect(kept.includes('Quillfeather')).toBe(true);
    expect(kept.includes('embarkationtime')).toBe(true);
  });

  test('should be given all of it, and by chat only as a link that nobody can guess', async () => {
    const { body, headers } = await journey.api('GET', '/privacy/export', { token });
    const given = JSON.stringify(body);
    for (const word of [...SEALED.slice(1), ...WORDS]) expect(given).toContain(word);
    expect(headers.get('content-disposition')).toContain('attachment');
    const [said = ''] = await journey.text(BEA, 'my data');
    const path = /pathfinder\.example(\/s\/export\/[\w-]{22})/.exec(said)?.[1] ?? '';
    expect(said).not.toContain('Tobermory');
    const page = await fetch(`${journey.server.url}${path}`);
    expect(page.status).toBe(200);
    expect(await page.text()).not.toContain('Quillfeather');
    const file = await fetch(`${journey.server.url}${path}`, { method: 'POST' });
    expect(await file.text()).toContain('Grandma Perpetua');
    expect((await fetch(`${journey.server.url}${path}x`, { method: 'POST' })).status).toBe(404);
  });

  test('should be in none of them after an erasure that was cut off and taken up again, index, blobs and queue included', async () => {
    expect((await journey.text(BEA, 'erase me'))[0]).toMatch(/1\) Yes, erase it all/);
    const [begun = ''] = await journey.text(BEA, '1');
    const receipt = /\/s\/(erasure)\/(erasure_[\w-]+)/.exec(begun)?.[2] ?? '';
    await journey.crashAndRestart();
    const body = await eventually('the erasure to be done', async () => {
      const now = await journey.api('GET', `/privacy/erasures/${receipt}`);
      return now.body.status === 'done' && now.body;
    });
    expect(body).toMatchObject({ status: 'done', genuine: true, removed: { user: 1, family: 1, document: 2 } });
    const kept = bytesIn(journey.folder);
    for (const word of [...SEALED, ...WORDS]) expect(kept.includes(word) ? `left: ${word}` : '').toBe('');
    for (const word of [...SEALED, ...WORDS]) expect(JSON.stringify(body)).not.toContain(word);
    expect((await journey.api('GET', '/auth/me', { token })).status).toBe(401);
    expect((await journey.api('GET', '/privacy/export', { token })).status).toBe(404);
    // The others go on: her family's vote and its share of the costs are there, without a name.
    const expenses = JSON.stringify((await journey.api('GET', `/trips/${tripId}/expenses`, { token: ana })).body);
    expect(expenses).toContain('8400');
    expect((await journey.text(ANA, 'who owes whom'))[0]).toMatch(/former family/);
    expect((await journey.text(BEA, 'hello'))[0]).toMatch(/Pathfinder here/);
  });
});
