import type { PollKind } from '../polls/poll.ts';
import { nothingLiked } from './nothing-liked.ts';

const options = ['a', 'b', 'c'].map((optionId) => ({ optionId, text: optionId }));
const liked = (kind: PollKind | undefined, says: Readonly<Record<string, Readonly<Record<string, number>>>>) =>
  nothingLiked({ options, kind }, { says, waitingFor: [] });

test('different favourites are a disagreement and no dislike, chosen or ranked', () => {
  expect(liked(undefined, { one: { a: 5 }, two: { b: 5 }, three: { c: 5 } })).toBe(false);
  expect(liked('rank', { one: { a: 5, b: 3 }, two: { b: 5, c: 3 }, three: { c: 5, a: 3 } })).toBe(false);
});

test('dates on which not half can come, and scores of which none is good, are disliked', () => {
  expect(liked('dates', { one: { a: 5, b: 1 }, two: { b: 3, a: 1 }, three: { c: 3 } })).toBe(true);
  expect(liked('dates', { one: { a: 5 }, two: { a: 5 }, three: { c: 5 } })).toBe(false);
  expect(liked('score', { one: { a: 3, b: 2 }, two: { b: 3 } })).toBe(true);
  expect(liked('rank', {})).toBe(true);
});
