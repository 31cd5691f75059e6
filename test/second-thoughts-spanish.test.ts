import { expensesOf } from '../trips/expenses/balance.ts';
import { ballots } from '../trips/polls/poll.ts';
import { reminders } from '../trips/reminders/reminder.ts';
import { memberOf } from '../trips/roles/permission.ts';
import { granted } from './granted.ts';
import { openTalk } from './talk.ts';

describe('several requests, corrections and second thoughts, by text in Spanish', () => {
  let talk: Awaited<ReturnType<typeof openTalk>>;
  beforeAll(async () => {
    talk = await openTalk();
  });
  afterAll(() => talk.close());

  type Bea = Awaited<ReturnType<typeof talk.organizer>>;
  const spaniard = async (): Promise<Bea> => {
    const bea = await talk.organizer();
    await bea.say('háblame en español');
    return bea;
  };
  const spent = async ({ userId, tripId }: Bea) => {
    const found = granted(await memberOf(talk.records, userId, tripId));
    return (await expensesOf(talk.records, found.member)).map(({ what, amount }) => `${what} ${amount.amount}`);
  };
  const waiting = async ({ tripId }: Bea) =>
    (await talk.records.list(reminders, tripId)).filter(({ status }) => status === 'waiting').map(({ at }) => at);
  const said = (replies: readonly { readonly text: string }[]): string => replies.map(({ text }) => text).join('\n');

  test('should do both things that one message asks for', async () => {
    const bea = await spaniard();
    const replies = said(await bea.say('pagamos 20 euros por el taxi y quién le debe a quién'));
    expect(await spent(bea)).toEqual([expect.stringMatching(/taxi 2000/)]);
    expect(replies).toMatch(/20/);
    expect(replies.split('\n').length).toBeGreaterThan(1);
  });

  test('should put an amount right, and take the expense back', async () => {
    const bea = await spaniard();
    await bea.say('pagamos 60 euros por la comida');
    await bea.say('no, eran 65');
    expect(await spent(bea)).toEqual([expect.stringMatching(/comida 6500/)]);
    await bea.say('deshazlo');
    expect(await spent(bea)).toEqual([]);
  });

  test('should move a reminder to the day that was meant', async () => {
    const bea = await spaniard();
    await bea.say('recuérdame el viernes a las 9 hacer la maleta');
    expect(await waiting(bea)).toEqual(['2027-03-05T09:00:00.000Z']);
    await bea.say('perdón, el sábado');
    expect(await waiting(bea)).toEqual(['2027-03-06T09:00:00.000Z']);
    await bea.say('cancélalo por favor');
    expect(await waiting(bea)).toEqual([]);
  });

  test('should vote for the one that was meant', async () => {
    const bea = await spaniard();
    const mine = async () =>
      (await talk.records.list(ballots, bea.tripId)).find(({ userId }) => userId === bea.userId)?.optionId;
    await bea.say('1. ¿y quién no ha votado?');
    const first = await mine();
    expect(first).toBeDefined();
    await bea.say('votamos por la pizza');
    const pizza = await mine();
    expect(pizza).not.toBe(first);
    await bea.say('no, la taverna');
    expect(await mine()).toBe(first);
  });
});
