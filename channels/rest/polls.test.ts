import { type Guest, openRestDoor, type RestDoor } from '../../test/rest-door.ts';
import { systemClock } from '../../trips/clock.ts';
import { acceptInvitation } from '../../trips/invitations/accept.ts';

let door: RestDoor;
let ana: Guest;
let bea: Guest;
let rui: Guest;
let tripId: string;
let polls: string;
beforeAll(async () => {
  door = await openRestDoor();
  ana = await door.signIn({ name: 'Ana Silva' });
  bea = await door.signIn({ name: 'Bea Chen' });
  const member = await door.call('POST', `/families/${ana.familyId}/members`, {
    ...as(ana),
    body: { name: 'Rui Silva' },
  });
  const address = { door: 'sms', value: '+15550100077' } as const;
  await acceptInvitation(door.records, systemClock, String(member.body.code), { newcomer: { address } });
  rui = await door.signIn({ name: 'Rui', phone: address.value });
  const made = await door.call('POST', '/trips', { ...as(ana), body: { name: 'Lisbon', destination: 'Lisbon' } });
  tripId = String(made.body.id);
  polls = `/trips/${tripId}/polls`;
  const { code } = (await door.call('POST', `/trips/${tripId}/families/${bea.familyId}/invite`, as(ana))).body;
  await door.call('POST', `/invitations/${code}/accept`, as(bea));
});
afterAll(() => door.close());

const as = (guest: Guest) => ({ token: guest.token });
let asked = 0;
const newPoll = async (options: readonly unknown[] = ['Taverna', 'Salty Pelican'], guest = ana): Promise<string> => {
  asked += 1;
  const made = await door.call('POST', polls, { ...as(guest), body: { question: `Dinner ${asked}?`, options } });
  expect(made.status).toBe(201);
  return String(made.body.id);
};
const vote = (guest: Guest, pollId: string, optionId: string, headers = {}) =>
  door.call('PUT', `${polls}/${pollId}/ballot`, { ...as(guest), body: { optionId }, headers });

describe('a poll', () => {
  test('is exported for the organizer as a table in which nothing is a formula', async () => {
    const pollId = await newPoll(['=1+1', 'Say "hi"']);
    await vote(bea, pollId, 'opt_02');
    const response = await fetch(`${door.url}/api/v1${polls}/${pollId}/table.csv`, {
      headers: { authorization: `Bearer ${ana.token}` },
    });
    expect(response.headers.get('content-type')).toMatch(/^text\/csv/);
    const table = await response.text();
    expect(table).toContain(`"Family","Answered","'=1+1","Say ""hi""","Recorded by the organizer"\r\n`);
    expect(table).toContain('"yes","","x",""\r\n"Votes","","0","1",""\r\n');
    expect(await door.call('GET', `${polls}/${pollId}/table.csv`, as(bea))).toMatchObject({ status: 403 });
  });

  test('counts a family that sits it out as one that has answered, and for no option', async () => {
    const pollId = await newPoll();
    const put = await door.call('PUT', `${polls}/${pollId}/ballot`, { ...as(bea), body: { sitsOut: true } });
    expect(put).toMatchObject({ status: 200, body: { optionId: 'sit_out', countsAs: 'ballot' } });
    expect((await door.call('GET', `${polls}/${pollId}`, as(ana))).body.tally).toMatchObject({
      options: [{ families: [] }, { families: [] }],
      waitingFor: [ana.familyId],
      sittingOut: [bea.familyId],
    });
    const both = { sitsOut: true, optionId: 'opt_01' };
    expect(await door.call('PUT', `${polls}/${pollId}/ballot`, { ...as(bea), body: both })).toMatchObject({
      status: 400,
    });
  });

  test('ends when whoever opened it or the organizer says, and no other', async () => {
    const pollId = await newPoll();
    const patch = (guest: Guest, closesAt: string) =>
      door.call('PATCH', `${polls}/${pollId}`, { ...as(guest), body: { closesAt } });
    expect(await patch(bea, '2099-06-10T21:00:00+01:00')).toMatchObject({ status: 403 });
    expect(await patch(ana, '2099-06-10T21:00:00+01:00')).toMatchObject({
      status: 200,
      body: { closesAt: '2099-06-10T20:00:00.000Z' },
    });
    expect(await patch(ana, '2020-01-01T00:00:00Z')).toMatchObject({ status: 400 });
    expect(await patch(ana, 'friday')).toMatchObject({ status: 400 });
  });

  test('is opened in the shape that is kept, from words or from whole options', async () => {
    const made = await door.call('POST', polls, {
      ...as(ana),
      body: {
        question: 'Where do we eat on Friday?',
        options: ['Taverna', { text: 'Salty Pelican', details: 'Fish', price: { amount: 3100, currency: 'EUR' } }],
        closesAt: '2099-06-10T21:00:00+01:00',
      },
    });
    expect(made.status).toBe(201);
    expect(made.body).toEqual({
      id: expect.stringMatching(/^poll_/),
      type: 'magic_poll',
      tripId,
      question: 'Where do we eat on Friday?',
      kind: 'choice',
      createdBy: ana.userId,
      status: 'open',
      options: [
        { optionId: 'opt_01', text: 'Taverna' },
        { optionId: 'opt_02', text: 'Salty Pelican', details: 'Fish', price: { amount: 3100, currency: 'EUR' } },
      ],
      closesAt: '2099-06-10T20:00:00.000Z',
      createdAt: expect.any(String),
      votes: [],
      tally: {
        options: [
          { optionId: 'opt_01', families: [], votes: 0, weight: 0 },
          { optionId: 'opt_02', families: [], votes: 0, weight: 0 },
        ],
        waitingFor: [ana.familyId, bea.familyId],
        sittingOut: [],
        tied: [],
      },
    });
    const same = await door.call('POST', polls, {
      ...as(bea),
      body: { question: 'where do we eat on friday?', options: ['Pizza', 'Soup'] },
    });
    expect(same).toMatchObject({ status: 200, body: { id: made.body.id } });
  });

  test('is opened once per idempotency key, also when it is closed by then', async () => {
    const ask = {
      ...as(ana),
      body: { question: 'Which beach?', options: ['A', 'B'] },
      headers: { 'idempotency-key': 'beach' },
    };
    const first = await door.call('POST', polls, ask);
    await door.call('POST', `${polls}/${first.body.id}/close`, as(ana));
    const again = await door.call('POST', polls, ask);
    expect([again.status, again.text]).toEqual([201, first.text]);
  });

  test.each([
    ['one option', { question: 'Q?', options: ['A'] }],
    ['eleven options', { question: 'Q?', options: Array.from({ length: 11 }, (_, n) => `Option ${n}`) }],
    ['the same option twice', { question: 'Q?', options: ['A', 'a '] }],
    ['an empty option', { question: 'Q?', options: ['A', ' '] }],
    ['an option of 201 letters', { question: 'Q?', options: ['A', 'x'.repeat(201)] }],
    ['no question', { options: ['A', 'B'] }],
    ['a deadline that has passed', { question: 'Q?', options: ['A', 'B'], closesAt: '2020-01-01T00:00:00Z' }],
    ['a deadline that is no instant', { question: 'Q?', options: ['A', 'B'], closesAt: 'tomorrow' }],
  ])('with %s is refused with 400', async (_, body) => {
    expect((await door.call('POST', polls, { ...as(ana), body })).status).toBe(400);
  });
});

describe('a ballot', () => {
  test('is one per family: the admin binds it, a member only wishes, a change replaces', async () => {
    const pollId = await newPoll();
    expect((await vote(ana, pollId, 'opt_01')).body).toEqual({
      pollId,
      familyId: ana.familyId,
      optionId: 'opt_01',
      countsAs: 'ballot',
    });
    expect((await vote(rui, pollId, 'opt_02')).body).toMatchObject({ countsAs: 'preference', familyId: ana.familyId });
    await Promise.all(Array.from({ length: 5 }, () => vote(bea, pollId, 'opt_01')));
    expect((await vote(bea, pollId, 'opt_02')).body).toMatchObject({ previousOptionId: 'opt_01' });
    const { body } = await door.call('GET', `${polls}/${pollId}`, as(rui));
    expect(body.votes).toEqual(
      [
        { userId: ana.userId, familyId: ana.familyId, optionId: 'opt_01', timestamp: expect.any(String) },
        { userId: bea.userId, familyId: bea.familyId, optionId: 'opt_02', timestamp: expect.any(String) },
      ].sort((a, b) => a.familyId.localeCompare(b.familyId)),
    );
    expect(body.tally).toMatchObject({
      options: [
        { optionId: 'opt_01', families: [ana.familyId], weight: 1 },
        { optionId: 'opt_02', families: [bea.familyId], weight: 1 },
      ],
      waitingFor: [],
      tied: ['opt_01', 'opt_02'],
    });
  });

  test('for an option, a poll or a trip that is not there is refused', async () => {
    const pollId = await newPoll();
    expect(await vote(ana, pollId, 'opt_09')).toMatchObject({
      status: 400,
      body: { error: { code: 'unknown-option' } },
    });
    expect((await vote(ana, pollId, "opt_01' OR '1'='1")).status).toBe(400);
    expect((await vote(ana, 'poll_00000000-0000-4000-8000-000000000000', 'opt_01')).status).toBe(404);
    expect((await vote(ana, tripId, 'opt_01')).status).toBe(404);
    const mallory = await door.signIn({ name: 'Mallory' });
    expect((await vote(mallory, pollId, 'opt_01')).status).toBe(404);
    const elsewhere = String(
      (await door.call('POST', '/trips', { ...as(mallory), body: { name: 'M', destination: 'M' } })).body.id,
    );
    const crossed = await door.call('PUT', `/trips/${elsewhere}/polls/${pollId}/ballot`, {
      ...as(mallory),
      body: { optionId: 'opt_01' },
    });
    expect(crossed.status).toBe(404);
  });

  test('of scores counts as such where families score, and is the favourite or the picks elsewhere', async () => {
    const ballot = async (kind: string | undefined, body: object) => {
      asked += 1;
      const options = ['Taverna', 'Salty Pelican', 'Pizza Roma'];
      const made = await door.call('POST', polls, { ...as(ana), body: { question: `Lunch ${asked}?`, kind, options } });
      const url = `${polls}/${made.body.id}`;
      const cast = await door.call('PUT', `${url}/ballot`, { ...as(ana), body });
      return { url, cast };
    };
    const scored = await ballot('score', { scores: { opt_01: 4, opt_02: 2, opt_03: 5 } });
    expect(scored.cast).toMatchObject({
      status: 200,
      body: { optionId: 'opt_03', scores: { opt_01: 4, opt_02: 2, opt_03: 5 }, countsAs: 'ballot' },
    });
    await door.call('PUT', `${scored.url}/ballot`, { ...as(bea), body: { scores: { opt_01: 5, opt_03: 2 } } });
    const { body } = await door.call('GET', scored.url, as(bea));
    expect(body).toMatchObject({
      kind: 'score',
      votes: expect.arrayContaining([expect.objectContaining({ scores: { opt_01: 5, opt_03: 2 } })]),
      tally: { leader: 'opt_01', waitingFor: [], options: [{ score: 4.5 }, { score: 1.5 }, { score: 3.5 }] },
    });
    expect((await door.call('POST', `${scored.url}/close`, as(ana))).body).toMatchObject({ winner: 'opt_01' });

    const approved = await ballot('approval', { optionIds: ['opt_01', 'opt_03'] });
    await door.call('PUT', `${approved.url}/ballot`, { ...as(bea), body: { scores: { opt_02: 3, opt_03: 4 } } });
    expect((await door.call('POST', `${approved.url}/close`, as(ana))).body).toMatchObject({
      winner: 'opt_03',
      tally: { options: [{ weight: 1 }, { weight: 0 }, { weight: 2 }] },
    });

    expect((await ballot(undefined, { scores: { opt_01: 5, opt_02: 4 } })).cast.body).toMatchObject({
      optionId: 'opt_01',
    });
  });

  test.each([
    ['nothing', undefined, {}],
    ['two things at once', 'score', { optionId: 'opt_01', scores: { opt_01: 5 } }],
    ['a score of 6', 'score', { scores: { opt_01: 6 } }],
    ['a score for no option', 'score', { scores: { opt_09: 5 } }],
    ['only the lowest scores', 'score', { scores: { opt_01: 1, opt_02: 1 } }],
    ['two favourites where one option is taken', undefined, { scores: { opt_01: 5, opt_02: 5 } }],
    ['several options where one is taken', undefined, { optionIds: ['opt_01', 'opt_02'] }],
  ])('of %s is refused with 400 and changes nothing', async (_, kind, body) => {
    asked += 1;
    const made = await door.call('POST', polls, {
      ...as(ana),
      body: { question: `Tea ${asked}?`, kind, options: ['A', 'B'] },
    });
    const url = `${polls}/${made.body.id}`;
    expect((await door.call('PUT', `${url}/ballot`, { ...as(ana), body })).status).toBe(400);
    expect((await door.call('GET', url, as(ana))).body.votes).toEqual([]);
  });

  test('does not make a poll stale, but shows in its tag', async () => {
    const pollId = await newPoll();
    const before = (await door.call('GET', `${polls}/${pollId}`, as(ana))).headers.get('etag') ?? '';
    expect((await vote(ana, pollId, 'opt_01', { 'if-match': before })).status).toBe(200);
    expect((await vote(bea, pollId, 'opt_01', { 'if-match': before })).status).toBe(200);
    const cached = await door.call('GET', `${polls}/${pollId}`, {
      ...as(ana),
      headers: { 'if-none-match': before, 'cache-control': 'max-age=0' },
    });
    expect(cached.status).toBe(200);
    expect(cached.headers.get('etag')).not.toBe(before);
    await door.call('POST', `${polls}/${pollId}/close`, as(ana));
    expect((await vote(ana, pollId, 'opt_02', { 'if-match': before })).status).toBe(412);
  });
});

describe('closing', () => {
  test('ends the poll with its winner, once; later ballots meet a closed poll', async () => {
    const pollId = await newPoll();
    await vote(ana, pollId, 'opt_02');
    expect((await door.call('POST', `${polls}/${pollId}/close`, as(bea))).status).toBe(403);
    const closed = await door.call('POST', `${polls}/${pollId}/close`, as(ana));
    expect(closed).toMatchObject({ status: 200, body: { status: 'closed', winner: 'opt_02' } });
    expect((await door.call('POST', `${polls}/${pollId}/close`, as(ana))).body).toEqual(closed.body);
    expect(await vote(bea, pollId, 'opt_01')).toMatchObject({ status: 409, body: { error: { code: 'poll-closed' } } });
  });

  test('lets the wishes of a family without a ballot count, and a stale closer gets 412', async () => {
    const pollId = await newPoll();
    await vote(rui, pollId, 'opt_02');
    const etag = (await door.call('GET', `${polls}/${pollId}`, as(ana))).headers.get('etag') ?? '';
    const closed = await door.call('POST', `${polls}/${pollId}/close`, { ...as(ana), headers: { 'if-match': etag } });
    expect(closed).toMatchObject({ status: 200, body: { winner: 'opt_02', votes: [] } });
    const stale = await door.call('POST', `${polls}/${pollId}/close`, { ...as(ana), headers: { 'if-match': etag } });
    expect(stale.status).toBe(412);
  });
});

describe('a decision', () => {
  const tripNow = async () => (await door.call('GET', `/trips/${tripId}`, as(ana))).body;

  test('is written into the trip by the organizer alone, once, and leaves it when the poll is taken up again', async () => {
    const pollId = await newPoll();
    await vote(ana, pollId, 'opt_02');
    const url = `${polls}/${pollId}`;
    expect((await door.call('POST', `${url}/finalize`, as(bea))).status).toBe(403);
    const final = await door.call('POST', `${url}/finalize`, as(ana));
    expect(final).toMatchObject({ status: 200, body: { status: 'finalized', winner: 'opt_02' } });
    expect((await door.call('POST', `${url}/finalize`, as(ana))).body).toEqual(final.body);
    expect(await door.call('POST', `${url}/finalize?optionId=opt_01`, as(ana))).toMatchObject({
      status: 409,
      body: { error: { code: 'wrong-status' } },
    });
    expect((await tripNow()).decisions).toEqual([
      expect.objectContaining({ pollId, choice: 'Salty Pelican', question: final.body.question }),
    ]);
    expect((await door.call('POST', `${url}/reopen`, as(bea))).status).toBe(403);
    const open = await door.call('POST', `${url}/reopen`, as(ana));
    expect(open.body).toMatchObject({ status: 'open', votes: [{ optionId: 'opt_02' }] });
    expect(open.body.winner).toBeUndefined();
    expect((await tripNow()).decisions).toEqual([]);
    await vote(ana, pollId, 'opt_01');
    expect((await door.call('POST', `${url}/close`, as(ana))).body).toMatchObject({ winner: 'opt_01' });
  });

  test('between level options is the one the organizer says', async () => {
    const pollId = await newPoll();
    const finalize = (query = '') => door.call('POST', `${polls}/${pollId}/finalize${query}`, as(ana));
    expect((await finalize()).status).toBe(409);
    expect((await finalize('?optionId=opt_09')).status).toBe(400);
    expect((await finalize('?optionId=opt_01')).body).toMatchObject({ status: 'finalized', winner: 'opt_01' });
  });

  test('may rest on a vote the organizer recorded, which the family replaces and nobody else', async () => {
    const pollId = await newPoll();
    const record = (guest: Guest, optionId: string, familyId = bea.familyId) =>
      door.call('PUT', `${polls}/${pollId}/ballot`, { ...as(guest), body: { familyId, optionId } });
    expect((await record(bea, 'opt_01', ana.familyId)).status).toBe(403);
    expect((await record(ana, 'opt_01', 'family_00000000-0000-4000-8000-000000000000')).status).toBe(404);
    expect((await record(ana, 'opt_01')).body).toMatchObject({ familyId: bea.familyId, countsAs: 'ballot' });
    const votes = async () => (await door.call('GET', `${polls}/${pollId}`, as(bea))).body.votes;
    expect(await votes()).toEqual([expect.objectContaining({ familyId: bea.familyId, byProxy: true })]);
    await vote(bea, pollId, 'opt_01');
    expect(await votes()).toEqual([expect.not.objectContaining({ byProxy: true })]);
    expect(await record(ana, 'opt_02')).toMatchObject({ status: 409, body: { error: { code: 'duplicate' } } });
  });
});

test('the list shows every poll where it stands, the oldest first', async () => {
  const other = String(
    (await door.call('POST', '/trips', { ...as(ana), body: { name: 'O', destination: 'O' } })).body.id,
  );
  const ids: string[] = [];
  for (const question of ['One?', 'Two?', 'Three?']) {
    const made = await door.call('POST', `/trips/${other}/polls`, {
      ...as(ana),
      body: { question, options: ['A', 'B'] },
    });
    ids.push(String(made.body.id));
  }
  await door.call('PUT', `/trips/${other}/polls/${ids[1]}/ballot`, { ...as(ana), body: { optionId: 'opt_02' } });
  const first = await door.call('GET', `/trips/${other}/polls?limit=2`, as(ana));
  const rest = await door.call('GET', `/trips/${other}/polls?limit=2&continuation=${first.body.continuation}`, as(ana));
  const items = [...(first.body.items as { id: string }[]), ...(rest.body.items as { id: string }[])];
  expect(new Set(items.map(({ id }) => id))).toEqual(new Set(ids));
  expect(items.find(({ id }) => id === ids[1])).toMatchObject({
    votes: [{ optionId: 'opt_02' }],
    tally: { leader: 'opt_02' },
  });
  expect(items.find(({ id }) => id === ids[0])).toMatchObject({ votes: [] });
});
