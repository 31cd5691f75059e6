import { memoryKeeper, thisMachine } from './give-back-memory.ts';

const MB = 1024 * 1024;

/** A process that was busy by these shares at one look after another, and holds what `grow` says. */
const lookedAt = () => {
  let busy = 0;
  let resident = 200 * MB;
  let collected = 0;
  const look = memoryKeeper({
    busy: () => busy,
    residentBytes: () => resident,
    collect: async () => {
      collected += 1;
      resident = 220 * MB;
    },
  });
  return {
    grow: (bytes: number) => {
      resident += bytes;
    },
    looks: async (times: number, share: number) => {
      busy = share;
      for (let n = 0; n < times; n += 1) await look();
      return collected;
    },
  };
};

test('memory is given back once the process has rested for three looks, and not while it works', async () => {
  const { looks } = lookedAt();
  expect(await looks(5, 0.5)).toBe(0);
  expect(await looks(2, 0.01)).toBe(0);
  expect(await looks(1, 0.08)).toBe(0);
  expect(await looks(2, 0.01)).toBe(0);
  expect(await looks(1, 0.01)).toBe(1);
});

test('one rest pauses the process once, whatever little it does meanwhile', async () => {
  const { looks, grow } = lookedAt();
  await looks(3, 0);
  grow(500 * MB);
  expect(await looks(10, 0.01)).toBe(1);
  expect(await looks(1, 0.09)).toBe(1);
  expect(await looks(10, 0.01)).toBe(1);
});

test('work makes the next rest count, when it has left something to give back', async () => {
  const { looks, grow } = lookedAt();
  await looks(3, 0);
  await looks(1, 0.9);
  expect(await looks(3, 0)).toBe(1);
  await looks(1, 0.9);
  grow(40 * MB);
  expect(await looks(3, 0)).toBe(2);
});

/** Alone, so that nothing of the test's own still holds it. */
const something = (): WeakRef<object> => new WeakRef({ bytes: new Uint8Array(MB) });

test('what nothing holds any more is collected in this very process', async () => {
  const machine = thisMachine();
  const ref = something();
  // A weak reference holds what it names until the end of the turn of the event loop that made it.
  await new Promise(setImmediate);
  await machine.collect();
  expect(ref.deref()).toBeUndefined();
});
