import { complaintsAbout } from '../test/adaptive-card-rules.ts';
import { type AdaptiveCard, MAX_CARD_BYTES, renderAdaptive } from './render-adaptive.ts';
import type { PollCard } from './reply.ts';

const dinner: PollCard = {
  kind: 'poll',
  pollId: 'poll_1',
  question: 'Where do we eat on Friday night?',
  askedBy: 'Ana (Silva)',
  status: 'open',
  options: [{ optionId: 'o1', text: 'Taverna do Capitao', votes: 0, mine: false }],
  waitingFor: ['Okoye'],
};
const expectGood = (cards: readonly AdaptiveCard[]): void => {
  for (const card of cards) {
    expect(complaintsAbout(card)).toEqual([]);
    expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThanOrEqual(MAX_CARD_BYTES);
  }
};

test('an open poll in a group becomes each reader’s own, for sixty at once and for others by hand', () => {
  const userIds = Array.from({ length: 61 }, (_, n) => `29:${String(n).padStart(86, 'x')}`);
  const poll: PollCard = { ...dinner, tripId: 'trip_1', votingFor: undefined };
  const ownViews = { verb: 'view', userIds };
  const [card, ...more] = renderAdaptive(poll, [], { actions: 'execute', ownViews });
  expectGood(card ? [card] : []);
  expect(more).toEqual([]);
  expect(card?.refresh?.userIds).toEqual(userIds.slice(0, 60));
  expect(card?.refresh?.action).toMatchObject({ verb: 'view', data: { view: { tripId: 'trip_1', pollId: 'poll_1' } } });
  for (const other of [{ ...poll, status: 'closed' } as const, { ...poll, tripId: undefined }]) {
    expect(renderAdaptive(other, [], { actions: 'execute', ownViews })[0]?.refresh).toBeUndefined();
  }
  expect(renderAdaptive(poll, [], { actions: 'submit' })[0]?.refresh).toBeUndefined();
});

test.each([0, 2_000, 16_000])(
  'a large poll under %i signs of words is under the limit with its sixty readers',
  (said) => {
    const userIds = Array.from({ length: 60 }, (_, n) => `29:${String(n).padStart(86, 'x')}`);
    const options = Array.from({ length: 10 }, (_, n) => ({
      optionId: `o${n}`,
      text: '😀'.repeat(100),
      details: 'é'.repeat(2_000),
      price: '~EUR 31',
      votes: 1,
      mine: false,
    }));
    const poll = { ...dinner, tripId: 'trip_1', question: '😀'.repeat(300), options };
    const cards = renderAdaptive(poll, [], {
      actions: 'execute',
      text: 'word '.repeat(said / 5),
      ownViews: { verb: 'view', userIds },
    });
    expectGood(cards);
    expect(cards.filter(({ refresh }) => refresh)).toHaveLength(1);
    expect(JSON.stringify(cards).match(/"Action.Submit"/g)).toHaveLength(10);
  },
);
