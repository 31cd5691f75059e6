import type { Poll } from '../../trips/polls/poll.ts';

const IDLE = new Set([
  'the',
  'and',
  'for',
  'poll',
  'vote',
  'close',
  'end',
  'stop',
  'please',
  'where',
  'what',
  'which',
  'when',
  'how',
  'did',
  'our',
  'results',
  'show',
  'who',
  'has',
  'have',
  'voting',
  'now',
  'shall',
  'should',
  'finish',
  'polls',
  'open',
  'already',
  'not',
  'are',
  'there',
  'any',
  'going',
  'yet',
  'is',
  'can',
  'everybody',
  'everyone',
]);

const words = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 2 && !IDLE.has(word));

/** The one poll a message speaks of by words of its question; the latest one when several share the most words. */
export const matchPoll = <P extends Pick<Poll, 'question'>>(polls: readonly P[], text: string): P | undefined => {
  const said = new Set(words(text));
  const scored = polls.map((poll) => ({ poll, shared: words(poll.question).filter((word) => said.has(word)).length }));
  const best = Math.max(0, ...scored.map(({ shared }) => shared));
  return best === 0 ? undefined : scored.findLast(({ shared }) => shared === best)?.poll;
};
