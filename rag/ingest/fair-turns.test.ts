import { fairTurns } from './fair-turns.ts';

test('who brings much holds nobody else up for longer than one piece, and each hears of their own', async () => {
  const inTurn = fairTurns();
  const done: string[] = [];
  let atOnce = 0;
  const work = (name: string) => async () => {
    atOnce += 1;
    await new Promise((resolve) => setImmediate(resolve));
    expect(atOnce).toBe(1);
    atOnce -= 1;
    done.push(name);
    if (name === 'mallory 2') throw new Error(name);
    return name;
  };
  const mallory = [1, 2, 3, 4].map((n) => inTurn('mallory', work(`mallory ${n}`)));
  const others = ['bea 1', 'cem 1', 'bea 2'].map((name) => inTurn(name.slice(0, 3), work(name)));
  expect(await Promise.allSettled([...mallory, ...others])).toMatchObject([
    { value: 'mallory 1' },
    { reason: { message: 'mallory 2' } },
    { value: 'mallory 3' },
    { value: 'mallory 4' },
    { value: 'bea 1' },
    { value: 'cem 1' },
    { value: 'bea 2' },
  ]);
  expect(done).toEqual(['mallory 1', 'mallory 2', 'bea 1', 'cem 1', 'mallory 3', 'bea 2', 'mallory 4']);
  expect(await inTurn('mallory', work('again'))).toBe('again');
});
