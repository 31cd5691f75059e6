import { type OpenedStore, STORES } from '../../test/stores.ts';
import { sendQueue, type Waiting } from './send-queue.ts';

const START = Date.parse('2027-01-01T10:00:00Z');
const ANA = '+15550111';
const BEA = '+15550112';

describe.each(STORES)('the queue of a sender on %s', (_, open) => {
  let now: number;
  let opened: OpenedStore;
  const clock = { now: () => now };
  beforeEach(async () => {
    now = START;
    opened = await open(clock);
  });
  afterEach(() => opened.close());

  const queue = () => sendQueue(opened.store, clock);
  const text = (key: string, more: Partial<Waiting> = {}): Waiting => ({
    ...{ sender: '+15550000', conversation: ANA, key, parts: 1, partsPerSecond: 1 },
    ...more,
  });
  /** Seconds from now; 0 when it may go. */
  const seconds = (when: string | undefined): number => (when === undefined ? 0 : (Date.parse(when) - now) / 1_000);

  it('lets as many parts go in a second as the sender may send, over all processes together', async () => {
    const processes = [queue(), queue(), queue()];
    const asked = await Promise.all(
      Array.from({ length: 12 }, (__, index) => {
        const one = text(`k${index}`, { conversation: `+1555020${index}`, parts: index % 2 === 0 ? 2 : 1 });
        return processes[index % 3]?.whenFree(one);
      }),
    );
    const moments = asked.map(seconds).sort((one, other) => one - other);
    expect(moments[0]).toBe(0);
    expect(new Set(moments).size).toBe(12);
    // Eighteen parts at one a second: the last text begins when sixteen or seventeen of them are out.
    expect(moments.at(-1)).toBeGreaterThanOrEqual(16);
    expect(moments.at(-1)).toBeLessThanOrEqual(17);
  });

  it('keeps the place of a text however often it is asked for, and other senders do not wait', async () => {
    expect(await queue().whenFree(text('a'))).toBeUndefined();
    const second = await queue().whenFree(text('b', { conversation: BEA }));
    expect(seconds(second)).toBe(1);
    expect(await queue().whenFree(text('b', { conversation: BEA }))).toBe(second);
    expect(await queue().whenFree(text('c', { conversation: BEA, sender: '+15550001' }))).toBe(
      new Date(now + 1_000).toISOString(),
    );
    expect(await queue().whenFree(text('d', { conversation: '+15550113', sender: '+15550002' }))).toBeUndefined();
    now += 1_000;
    expect(await queue().whenFree(text('b', { conversation: BEA }))).toBeUndefined();
  });

  it('keeps the order within a conversation, whatever the moment, until the one before is done', async () => {
    expect(await queue().whenFree(text('first'))).toBeUndefined();
    await queue().whenFree(text('second'));
    now += 3_000;
    expect(await queue().whenFree(text('second'))).toBeDefined();
    expect(await queue().whenFree(text('elsewhere', { conversation: BEA }))).toBeUndefined();
    await queue().done(ANA, 'first');
    now += 1_000;
    expect(await queue().whenFree(text('second'))).toBeUndefined();
  });

  it('waits for one that failed until it has been tried again, and no longer than that', async () => {
    await queue().whenFree(text('first'));
    await queue().whenFree(text('second'));
    for (let tries = 0; tries < 6; tries += 1) await queue().failed(ANA, 'first');
    // The sixth attempt may be a minute away.
    now += 120_000;
    expect(await queue().whenFree(text('second'))).toBeDefined();
    now += 60_000;
    expect(seconds(await queue().whenFree(text('second')))).toBe(0);
  });

  it('goes on when one was never heard of again', async () => {
    await queue().whenFree(text('lost'));
    await queue().whenFree(text('next'));
    now += 61_000;
    expect(await queue().whenFree(text('next'))).toBeUndefined();
  });

  it('makes no burst of moments that were missed, say while no process ran', async () => {
    const keys = ['a', 'b', 'c', 'd'];
    const ask = (key: string) => queue().whenFree(text(key, { conversation: `to ${key}` }));
    for (const key of keys) await ask(key);
    now += 600_000;
    const moments: number[] = [];
    for (const key of keys) moments.push(seconds(await ask(key)));
    expect(moments).toEqual([0, 1, 2, 3]);
  });

  it('rests when it is told to: nothing promised goes out before, and then it goes on at its pace, in order', async () => {
    await queue().whenFree(text('first'));
    await queue().whenFree(text('second'));
    await queue().rest('+15550000', 30_000);
    await queue().rest('+15550000', 10_000);
    expect(seconds(await queue().whenFree(text('first')))).toBe(30);
    expect(seconds(await queue().whenFree(text('new', { conversation: BEA })))).toBe(31);
    now += 30_000;
    expect(await queue().whenFree(text('second'))).toBeDefined();
    expect(await queue().whenFree(text('first'))).toBeUndefined();
    await queue().done(ANA, 'first');
    expect(seconds(await queue().whenFree(text('second')))).toBe(2);
  });
});
