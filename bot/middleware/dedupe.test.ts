import { type OpenedStore, openSqliteStore } from '../../test/stores.ts';
import { systemClock } from '../../trips/clock.ts';
import type { House } from '../house.ts';
import { chain, newTurn } from '../turn.ts';
import { dedupe } from './dedupe.ts';

/** Two processes that share a store, each with a conversation of its own, whose turns end when both have begun. */
describe('an event that two processes are given at once', () => {
  let opened: OpenedStore;
  beforeEach(async () => {
    opened = await openSqliteStore(systemClock);
  });
  afterEach(() => opened.close());

  const say = async (eventId: string, process: string, begun: () => Promise<void> | void = () => undefined) => {
    const house = { records: opened.store, clock: systemClock } as unknown as House;
    const turn = newTurn(house, {
      ...{ door: 'sms', eventId, conversation: '+15550100', group: false, text: 'hi', files: [], event: 'message' },
      sender: { address: { door: 'sms', value: '+15550100' } },
    });
    await chain([
      dedupe(),
      async (mine) => {
        await begun();
        mine.replies.push({ text: `said by ${process} to ${eventId}` });
      },
    ])(turn);
    return { text: turn.replies.map(({ text }) => text).join(), duplicate: turn.duplicate };
  };

  /** Both are in the middle of their turn before either ends. */
  const both = (first: string, second: string) => {
    let waiting = 2;
    let go = (): void => undefined;
    const all = new Promise<void>((resolve) => {
      go = resolve;
    });
    const begun = (): Promise<void> => {
      waiting -= 1;
      if (waiting === 0) go();
      return all;
    };
    return Promise.all([say(first, 'one', begun), say(second, 'the other', begun)]);
  };

  it('is answered by both as the one that was saved first answered it', async () => {
    const answers = await both('SM1', 'SM1');
    const [saved] = answers.filter(({ duplicate }) => !duplicate);
    expect(answers.map(({ duplicate }) => duplicate).sort()).toEqual([false, true]);
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(await say('SM1', 'a third')).toEqual({ text: saved?.text, duplicate: true });
  });

  it('does not make the other forgotten when they are two', async () => {
    const [one, other] = await both('SM1', 'SM2');
    expect([one?.duplicate, other?.duplicate]).toEqual([false, false]);
    expect(await say('SM1', 'a third')).toEqual({ text: one?.text, duplicate: true });
    expect(await say('SM2', 'a third')).toEqual({ text: other?.text, duplicate: true });
  });
});
