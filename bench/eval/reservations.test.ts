import { measure, SETS } from './reservations.ts';

describe('the confirmations that are read for their bookings', () => {
  test.each(SETS)('should give every fact they state and no other (%s)', async (set) => {
    const { stated, right, wrong } = await measure(set);
    expect(stated).toBeGreaterThan(70);
    expect({ right, wrong }).toEqual({ right: stated, wrong: 0 });
  });
});
