import { STORES } from '../test/stores.ts';
import { conversationKey } from '../trips/notifications/listener.ts';
import { answerFeedback, type Feedback, keepFeedback } from './feedback.ts';

const clock = { now: () => Date.parse('2027-01-01T00:00:00Z') };
const given = (changes: Partial<Feedback> = {}): Feedback => ({
  door: 'teams',
  conversation: 'a:ana',
  address: { door: 'teams', value: 'aad-ana' },
  messageId: 'm1',
  reaction: 'like',
  ...changes,
});

test.each(STORES)(
  'on %s one person has one opinion of one answer, the latest, and others have theirs',
  async (_, open) => {
    const { store, close } = await open(clock);
    try {
      await keepFeedback(store, clock, given({ words: ' Right to the point. ' }));
      await keepFeedback(store, clock, given({ reaction: 'dislike', words: 'x'.repeat(5_000) }));
      await keepFeedback(store, clock, given({ address: { door: 'teams', value: 'aad-bea' } }));
      await keepFeedback(store, clock, given({ messageId: 'm2' }));
      const kept = await store.list(answerFeedback, conversationKey(store, 'teams', 'a:ana'));
      expect(kept.map(({ messageId, reaction, words }) => [messageId, reaction, words?.length]).sort()).toEqual([
        ['m1', 'dislike', 2_000],
        ['m1', 'like', undefined],
        ['m2', 'like', undefined],
      ]);
      expect(JSON.stringify(kept)).not.toContain('aad-ana');
    } finally {
      await close();
    }
  },
);
