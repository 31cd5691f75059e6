import { type Account, type Journey, startJourney } from './journey.ts';
import type { WebPerson } from './web-person.ts';

/** Ana (Silva) by REST, Bea (Chen) by text, Chidi (Okoye) at the page: rankings and dates on every door. */
const BEA = '+15550171';

interface Shown {
  readonly id: string;
  readonly kind: string;
  readonly options: readonly { readonly optionId: string; readonly text: string; readonly days?: readonly string[] }[];
  readonly winner?: string;
  readonly explanation?: string;
  readonly votes: readonly { readonly familyId: string }[];
  readonly tally: {
    readonly options: readonly Readonly<Record<string, unknown>>[];
    readonly waitingFor: readonly string[];
    readonly leader?: string;
  };
}

describe('polls of every kind on every door', () => {
  let journey: Journey;
  let ana: Account;
  let bea: Account;
  let chidi: Account;
  let tripId: string;
  let web: WebPerson;

  beforeAll(async () => {
    journey = await startJourney();
    ana = await journey.signUp({ name: 'Ana', familyName: 'Silva' });
    bea = await journey.signUp({ name: 'Bea', phone: BEA, familyName: 'Chen' });
    chidi = await journey.signUp({ name: 'Chidi', familyName: 'Okoye' });
    tripId = await journey.trip(ana, { name: 'Lakes', destination: 'Lakes', timeZone: 'Europe/Lisbon' });
    web = await journey.web(chidi.token);
    await journey.text(BEA, `join ${await journey.invite(ana, tripId, bea)}`);
    await web.say(`join ${await journey.invite(ana, tripId, chidi)}`);
    await web.hears((text) => text.includes('Lakes'));
  });
  afterAll(() => journey.close());

  const latest = async (): Promise<Shown> => {
    const { body } = await journey.api('GET', `/trips/${tripId}/polls`, { token: ana.token });
    const found = (body.items as Shown[]).at(-1);
    if (!found) throw new Error('no poll');
    return found;
  };
  const path = (poll: Pick<Shown, 'id'>, rest = ''): string => `/trips/${tripId}/polls/${poll.id}${rest}`;
  const byRest = (method: 'PUT' | 'POST' | 'DELETE', poll: Shown, rest: string, who: Account, body?: object) =>
    journey.api(method, path(poll, rest), { token: who.token, ...(body && { body }) });

  test('dates are asked in words, answered by text, on a card and by REST, and the date wins that most can make', async () => {
    const asked = (await journey.text(BEA, 'which of these weekends works: 5-7 June, 12-14 June or 19-21?')).join('\n');
    expect(asked).toContain('3) 19-21 June');
    expect(asked).toContain('e.g. "1 yes, 2 maybe, 3 no"');
    // Three segments of a text at most.
    expect(asked.length).toBeLessThanOrEqual(459);
    const poll = await latest();
    expect(poll.kind).toBe('dates');
    expect(poll.options.map(({ days }) => days?.length)).toEqual([3, 3, 3]);

    expect((await journey.text(BEA, '1 yes, 2 maybe, 3 no')).join()).toContain(
      'The Chens say yes to 1) 5-7 June, and if need be to 2) 12-14 June.',
    );
    const card = await web.hears((_, activity) => JSON.stringify(activity).includes('Input.ChoiceSet'));
    expect(JSON.stringify(card)).toContain('If need be');
    const heard = web.seen.length;
    await web.press({
      act: { skill: 'vote', input: { pollId: poll.id, filled: {} } },
      opt_01: 'no',
      opt_02: 'yes',
      opt_03: 'no',
    } as never);
    await web.hears((text) => text.includes('The Okoyes say yes to 2) 12-14 June'), heard);
    const cast = await byRest('PUT', poll, '/ballot', ana, { days: { opt_01: 'yes', opt_02: 'if-need-be' } });
    expect(cast.body).toMatchObject({ optionId: 'opt_01', scores: { opt_01: 5, opt_02: 3 } });

    expect((await latest()).tally.options).toMatchObject([
      { votes: 2, ifNeedBe: 0, cannot: 1 },
      { votes: 1, ifNeedBe: 2, cannot: 0 },
      { votes: 0, ifNeedBe: 0, cannot: 3 },
    ]);
    const table = await fetch(`${journey.server.url}/api/v1${path(poll, '/table.csv')}`, {
      headers: { authorization: `Bearer ${ana.token}` },
    });
    expect(await table.text()).toMatch(/"Chen","yes","yes","if need be","no",""/);
    expect((await byRest('POST', poll, '/close', ana)).body).toMatchObject({
      winner: 'opt_02',
      explanation:
        '12-14 June it is: it is level with 5-7 June at 2 points, "if need be" counting half, and fewer cannot come: 0 against 1.',
    });
  });

  test('an option says where it is and leads to a picture, by https alone', async () => {
    const option = { text: 'Lake View', details: 'Seven rooms', place: 'Shore Road 5' };
    const sent = (picture: string) =>
      journey.api('POST', `/trips/${tripId}/polls`, {
        token: ana.token,
        body: { question: 'Which house?', options: [{ ...option, picture }, 'Old Mill'] },
      });
    for (const picture of ['http://example.com/a.jpg', 'javascript:alert(1)', 'data:text/html,x', 'a.jpg'])
      expect((await sent(picture)).status).toBe(400);
    const made = await sent('https://example.com/view.jpg');
    expect(made.body.options).toMatchObject([{ ...option, picture: 'https://example.com/view.jpg' }, {}]);
    const card = await web.hears((_, activity) => JSON.stringify(activity).includes('Which house?'));
    expect(JSON.stringify(card)).toContain('Shore Road 5');
    expect(JSON.stringify(card)).toContain(
      '{"type":"Action.OpenUrl","title":"See Lake View","url":"https://example.com/view.jpg"}',
    );
    expect(JSON.stringify(card)).not.toContain('"Image"');
    await byRest('POST', made.body as unknown as Shown, '/close', ana);
  });

  test('a ranking is counted one against one, and its winner need not be first for most', async () => {
    const made = await journey.api('POST', `/trips/${tripId}/polls`, {
      token: ana.token,
      body: { question: 'Which hotel?', kind: 'rank', options: ['Lake View', 'Old Mill', 'Park Inn'] },
    });
    const poll = made.body as unknown as Shown;
    expect((await journey.text(BEA, '2 1 3')).join()).toContain(
      'The Chens rank 2) Old Mill first, then 1) Lake View, then 3) Park Inn.',
    );
    const heard = web.seen.length;
    const pressing = (places: object) =>
      web.press({ act: { skill: 'vote', input: { tripId, pollId: poll.id, filled: {} } }, ...places } as never);
    await pressing({ opt_01: '1', opt_02: '1', opt_03: '-' });
    await web.hears((text) => text.includes('Two options have the same place'), heard);
    await pressing({ opt_01: '2', opt_02: '-', opt_03: '1' });
    await web.hears((text) => text.includes('The Okoyes rank 3) Park Inn first, then 1) Lake View.'), heard);
    expect((await byRest('PUT', poll, '/ballot', ana, { ranking: ['opt_01', 'opt_01'] })).status).toBe(400);
    await byRest('PUT', poll, '/ballot', ana, { ranking: ['opt_01', 'opt_02'] });
    const { tally } = await latest();
    expect(tally).toMatchObject({ leader: 'opt_01', options: [{ beats: 2 }, { beats: 1 }, { beats: 0 }] });
    expect((await journey.text(BEA, '1=4')).join()).toContain('In this poll you rank the options');
    expect((await byRest('POST', poll, '/close', ana)).body).toMatchObject({
      winner: 'opt_01',
      explanation: 'Lake View it is: one against one it beats every other, and Old Mill 2 to 1 at the nearest.',
    });
  });

  test('an option is added while a poll is open by who may, the votes stay, and everybody hears of it', async () => {
    const made = await journey.api('POST', `/trips/${tripId}/polls`, {
      token: ana.token,
      body: { question: 'Where do we swim?', options: ['Pool', 'Lake'] },
    });
    const poll = made.body as unknown as Shown;
    await journey.twilio.waitFor(({ to, body }) => to === BEA && body.includes('Where do we swim?'));
    await journey.text(BEA, '2');
    expect((await journey.text(BEA, 'add an option: River')).join()).toMatch(/only Ana/i);
    expect((await journey.text(BEA, 'add option')).join()).toMatch(/only Ana/i);
    expect((await journey.text(BEA, 'add River as an option')).join()).toMatch(/only Ana/i);
    expect((await byRest('POST', poll, '/options', chidi, { text: 'River' })).status).toBe(403);
    expect(await byRest('POST', poll, '/options', ana, { text: 'River' })).toMatchObject({ status: 201 });
    expect(await byRest('POST', poll, '/options', ana, { text: 'river' })).toMatchObject({ status: 200 });
    await journey.twilio.waitFor(
      ({ to, body }) => to === BEA && body.includes('There is a new option, 3) River') && body.includes('1) Pool'),
    );
    const { options, votes } = await latest();
    expect([options.map(({ text }) => text), votes]).toMatchObject([
      ['Pool', 'Lake', 'River'],
      [{ optionId: 'opt_02' }],
    ]);
    expect((await journey.text(BEA, '3')).join()).toContain('The Chens now vote 3) River');
    await byRest('POST', poll, '/close', ana);
    expect((await byRest('POST', poll, '/options', ana, { text: 'Sea' })).status).toBe(409);
  });

  test('where everybody may, an option comes by text, from a card and up to ten', async () => {
    await journey.text(BEA, 'poll: what do we cook? Pasta or Rice, anyone can add options');
    const poll = await latest();
    const heard = web.seen.length;
    await web.press({
      act: { skill: 'add-option', input: { tripId, pollId: poll.id, filled: {} } },
      new_option: 'Tacos',
    } as never);
    await web.hears((text) => text.includes('Added: 3) Tacos'), heard);
    expect((await journey.text(BEA, 'add Soup to the poll')).join()).toContain('Added: 4) Soup');
    for (let n = 5; n <= 10; n += 1) await byRest('POST', poll, '/options', ana, { text: `Dish ${n}` });
    expect((await journey.text(BEA, 'another option: Curry')).join()).toMatch(/10 options at most/i);
    expect((await latest()).options).toHaveLength(10);
    await byRest('POST', poll, '/close', ana);
  });

  test('a deadline in words is by the clocks of the trip', async () => {
    const trip = await journey.api('PATCH', `/trips/${tripId}`, { token: ana.token, body: { timeZone: 'Asia/Tokyo' } });
    expect(trip.status).toBe(200);
    await journey.text(BEA, 'poll: who books? Ana or Bea, by friday 8pm');
    const { body } = await journey.api('GET', `/trips/${tripId}/polls`, { token: ana.token });
    const [poll] = (body.items as { id: string; closesAt?: string }[]).slice(-1);
    expect(poll?.closesAt).toMatch(/T11:00:00/);
    await journey.api('POST', `/trips/${tripId}/polls/${poll?.id}/close`, { token: ana.token });
  });

  test('a vote is taken back by words and by REST, the count follows, and undo brings it back', async () => {
    const made = await journey.api('POST', `/trips/${tripId}/polls`, {
      token: ana.token,
      body: { question: 'Who drives?', options: ['Ana', 'Bea'] },
    });
    const poll = made.body as unknown as Shown;
    await journey.text(BEA, '2');
    await byRest('PUT', poll, '/ballot', chidi, { optionId: 'opt_01' });
    expect((await journey.text(BEA, 'take my vote back')).join()).toContain('Taken back: the Chens have not voted now');
    expect((await latest()).tally).toMatchObject({
      options: [{ votes: 1 }, { votes: 0 }],
      waitingFor: expect.arrayContaining([bea.familyId, ana.familyId]),
    });
    expect((await journey.text(BEA, 'undo')).join()).toContain('The Chens vote 2) Bea');
    expect((await journey.text(BEA, 'undo')).join()).toContain('Taken back');
    expect((await byRest('DELETE', poll, '/ballot', chidi)).status).toBe(204);
    expect((await byRest('DELETE', poll, '/ballot', chidi)).status).toBe(204);
    expect((await latest()).votes).toEqual([]);

    // One that was recorded for a family is the organizer's to take out; one it cast itself is not.
    await byRest('PUT', poll, '/ballot', ana, { familyId: chidi.familyId, optionId: 'opt_01' });
    expect((await byRest('DELETE', poll, `/ballot?familyId=${chidi.familyId}`, bea)).status).toBe(403);
    expect((await byRest('DELETE', poll, `/ballot?familyId=${chidi.familyId}`, ana)).status).toBe(204);
    await byRest('PUT', poll, '/ballot', chidi, { optionId: 'opt_02' });
    expect((await byRest('DELETE', poll, `/ballot?familyId=${chidi.familyId}`, ana)).status).toBe(403);
    await byRest('POST', poll, '/close', ana);
    expect((await byRest('DELETE', poll, '/ballot', chidi)).status).toBe(409);
    expect((await latest()).votes).toHaveLength(1);
  });
});
