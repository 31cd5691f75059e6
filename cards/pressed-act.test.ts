import { pressedAct } from './pressed-act.ts';

const act = { skill: 'vote', input: { pollId: 'poll_1' } };

test('a button asks for its act, and what else a client sends is left out', () => {
  expect(pressedAct({ act, opt_01: 'yes', from: 'someone' })).toEqual(act);
  for (const other of [undefined, null, 'vote', [], { text: 'hi' }, { act: { skill: '' } }, { act: { skill: 5 } }])
    expect(pressedAct(other)).toBeUndefined();
});

test('a button that sends inputs brings them, as many words as a card has room for', () => {
  const sending = { skill: 'vote', input: { pollId: 'poll_1', filled: { opt_09: 'forged' } } };
  expect(pressedAct({ act: sending, opt_01: 'yes', opt_02: 3, opt_03: { a: 1 }, opt_04: 'x'.repeat(101) })).toEqual({
    skill: 'vote',
    input: { pollId: 'poll_1', filled: { opt_01: 'yes' } },
  });
  expect(pressedAct({ act: sending, option: '\u202Eours\n2) theirs' })?.input.filled).toEqual({
    option: 'ours 2) theirs',
  });
  const many = Object.fromEntries(Array.from({ length: 50 }, (_, n) => [`opt_${n}`, 'yes']));
  expect(Object.keys(pressedAct({ act: sending, ...many })?.input.filled ?? {})).toHaveLength(20);
});

test('names that objects have by nature are names like others', () => {
  const said = JSON.parse('{"act":{"skill":"vote","input":{"filled":{}}},"__proto__":"yes","constructor":"no"}');
  const filled = pressedAct(said)?.input.filled as Record<string, unknown>;
  expect(Object.getPrototypeOf(filled)).toBe(Object.prototype);
  expect(Object.hasOwn(filled, 'constructor')).toBe(true);
});
