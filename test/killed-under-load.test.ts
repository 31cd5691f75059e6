import { killAgain } from './kill-again.ts';

const KILLS = 50;

describe('a server that is killed again and again while it is written to', () => {
  test('should have every acknowledged write after each of 50 kills, and a sound file', async () => {
    const { acknowledged, wrong, startMs } = await killAgain(KILLS, 20_270_611);
    expect(wrong).toEqual([]);
    expect(startMs).toHaveLength(KILLS);
    expect(acknowledged).toBeGreaterThan(KILLS);
  }, 240_000);
});
