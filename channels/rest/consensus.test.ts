import { type Guest, openRestDoor, type RestDoor } from '../../test/rest-door.ts';

let door: RestDoor;
let ana: Guest;
let bea: Guest;
let tripId: string;

const as = (guest: Guest) => ({ token: guest.token });
const consensus = async (guest: Guest) => (await door.call('GET', `/trips/${tripId}/consensus`, as(guest))).body;
const newPoll = async (question: string, options: readonly unknown[]): Promise<string> =>
  String((await door.call('POST', `/trips/${tripId}/polls`, { ...as(ana), body: { question, options } })).body.id);
const vote = (guest: Guest, pollId: string, optionId: string) =>
  door.call('PUT', `/trips/${tripId}/polls/${pollId}/ballot`, { ...as(guest), body: { optionId } });

beforeAll(async () => {
  door = await openRestDoor();
  ana = await door.signIn({ name: 'Ana Silva' });
  bea = await door.signIn({ name: 'Bea Chen' });
  const made = await door.call('POST', '/trips', { ...as(ana), body: { name: 'Lisbon', destination: 'Lisbon' } });
  tripId = String(made.body.id);
  const { code } = (await door.call('POST', `/trips/${tripId}/families/${bea.familyId}/invite`, as(ana))).body;
  await door.call('POST', `/invitations/${code}/accept`, as(bea));
  await door.call('PUT', `/families/${bea.familyId}/preferences`, {
    ...as(bea),
    body: { budget: { amount: 5_000, currency: 'EUR' }, pace: 'slow' },
  });
  await door.call('PUT', `/families/${ana.familyId}/preferences`, { ...as(ana), body: { pace: 'full' } });
});
afterAll(() => door.close());

describe('the consensus of a trip', () => {
  test('shows an open poll with its conflicts and ways out, each family its own part', async () => {
    const pollId = await newPoll('Sunday?', [{ text: 'Boat', price: { amount: 6_000, currency: 'EUR' } }, 'Beach']);
    await vote(ana, pollId, 'opt_01');
    const [mine, theirs] = [await consensus(bea), await consensus(ana)];
    const found = (body: typeof mine) => (body.items as { pollId: string }[]).find((one) => one.pollId === pollId);
    expect(found(theirs)).toMatchObject({
      status: 'compromise_proposed',
      options: [{ out: ['over budget for one family'] }, { out: [] }],
      conflicts: [
        {
          type: 'budget_mismatch',
          details: 'The Silvas want Boat, but it is over budget for one family.',
          involvedFamilies: [ana.familyId],
        },
      ],
      finalDecision: null,
    });
    expect(JSON.stringify(theirs)).not.toContain('EUR 10');
    expect(JSON.stringify(found(mine))).toContain('EUR 60 for the 1 of you is EUR 10 more than you have left');
    expect(mine.conflicts).toEqual([
      expect.objectContaining({ type: 'pace', details: expect.stringContaining('You asked for a slow pace.') }),
    ]);
    expect(JSON.stringify(theirs.conflicts)).not.toContain(bea.familyId);
  });

  test('shows a closed poll with its decision, and the turns that it has cost', async () => {
    const pollId = await newPoll('Monday?', ['Zoo', 'Museum']);
    await vote(bea, pollId, 'opt_02');
    const closed = await door.call('POST', `/trips/${tripId}/polls/${pollId}/close`, as(ana));
    expect(closed.body).toMatchObject({
      winner: 'opt_02',
      explanation: 'Museum it is: the one family that voted chose it.',
      counting: 'Each family counts once.',
    });
    const body = await consensus(ana);
    const found = (body.items as { pollId: string }[]).find((one) => one.pollId === pollId);
    expect(found).toMatchObject({ status: 'resolved', finalDecision: { optionId: 'opt_02', because: 'most' } });
    expect(body.turns).toMatchObject({ [bea.familyId]: 1, [ana.familyId]: 1 });
    const fared = (body.fairness as { families: readonly object[] }).families;
    expect(fared).toContainEqual({ familyId: bea.familyId, satisfaction: 1, concessions: 0, decisions: 1 });
  });

  test('is not there for somebody outside the trip', async () => {
    const mallory = await door.signIn({ name: 'Mallory' });
    expect((await door.call('GET', `/trips/${tripId}/consensus`, as(mallory))).status).toBe(404);
  });
});
