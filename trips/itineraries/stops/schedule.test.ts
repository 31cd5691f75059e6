import fc from 'fast-check';
import { scheduleStops } from './schedule.ts';

const say = (stays: ReturnType<typeof scheduleStops>): string =>
  stays.map(({ city, nights }) => `${city}${nights}`).join(' ');

describe('nights of stops', () => {
  const [rome, florence, venice] = [{ city: 'R', nights: 3 }, { city: 'F', nights: 2 }, { city: 'V' }];

  test.each([
    [7, [], 'R3 F2 V2'],
    [10, [], 'R3 F2 V5'],
    [6, [], 'R3 F2 V1'],
    [5, [], 'R3 F1 V1'],
    [3, [], 'R1 F1 V1'],
    [2, [], 'R1 F1'],
    [7, [undefined, 2], 'R2 F2 V3'],
    [7, [undefined, undefined, 4], 'R3 F1 V3'],
    [7, [undefined, 2, 6], 'R2 F4 V1'],
    // A ticket that leaves no night for a stop does not count.
    [7, [undefined, undefined, 1], 'R3 F2 V2'],
  ] as const)('%i nights, beginning %j: %s', (nights, begins, said) => {
    expect(say(scheduleStops([rome, florence, venice], nights, begins))).toBe(said);
  });

  it('shares what is left among stops without a wish, the earlier ones first', () => {
    expect(say(scheduleStops([{ city: 'A' }, { city: 'B', nights: 2 }, { city: 'C' }], 7))).toBe('A3 B2 C2');
  });

  it('always gives every stop a night, one after the other, and all nights to some stop', () => {
    fc.assert(
      fc.property(
        fc.array(fc.option(fc.integer({ min: 1, max: 9 }), { nil: undefined }), { minLength: 2, maxLength: 8 }),
        fc.integer({ min: 2, max: 20 }),
        fc.array(fc.option(fc.integer({ min: -2, max: 25 }), { nil: undefined }), { maxLength: 8 }),
        (wished, nights, begins) => {
          const stops = wished.map((own, index) => ({ city: String(index), nights: own }));
          const stays = scheduleStops(stops, nights, begins);
          expect(stays.map(({ city }) => city)).toEqual(stops.slice(0, nights).map(({ city }) => city));
          let night = 0;
          for (const stay of stays) {
            expect(stay.from).toBe(night);
            expect(stay.nights).toBeGreaterThan(0);
            night += stay.nights;
          }
          expect(night).toBe(nights);
        },
      ),
      { seed: 7, numRuns: 500 },
    );
  });
});
