import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Evaluation } from './evaluation.ts';
import { drawChart } from './fairness/chart.ts';
import { DECISIONS, randomFrom, type SimulatedTrip, simulateTrip, type Went } from './fairness/simulated-trip.ts';

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
const round = (value: number): number => Math.round(value * 1_000) / 1_000;

/** What a minority of this share of the weight is owed of the decisions, less the one it may still be waiting for. */
const owed = ({ share }: SimulatedTrip): number => Math.floor(share * DECISIONS + 1e-9) - 1;

export const evaluation: Evaluation = {
  usage: '[--trips 10000] [--seed 1] [--png fairness.png]',
  run: async (args) => {
    const { values } = parseArgs({
      args: [...args],
      options: {
        trips: { type: 'string', default: '10000' },
        seed: { type: 'string', default: '1' },
        png: { type: 'string', default: 'fairness.png' },
      },
    });
    const random = randomFrom(Number(values.seed));
    const trips = Array.from({ length: Number(values.trips) }, () => simulateTrip(random));
    const ways = ['ours', 'majority'] as const;
    const over = (some: readonly SimulatedTrip[], way: (typeof ways)[number], of: (went: Went) => number): number =>
      mean(some.map((trip) => of(trip[way])));
    const both = (of: (went: Went) => number) => ({
      ours: round(over(trips, 'ours', of)),
      majority: round(over(trips, 'majority', of)),
    });
    const metDues = (way: (typeof ways)[number]): number =>
      mean(trips.map((trip) => (trip[way].minorityWins >= owed(trip) ? 1 : 0)));
    const groups = [3, 4, 5, 6].map((families) => ({
      label: `${families} families`,
      trips: trips.filter((trip) => trip.families === families),
    }));

    const columns: readonly (readonly [string, (went: Went) => number, digits: number])[] = [
      ['wins of the worst-off, share', (went) => went.worstOff, 3],
      ['satisfaction over solo best, least', (went) => went.least, 3],
      ['satisfaction, least over most', (went) => went.evenness, 3],
      ['satisfaction, mean over people', (went) => went.perPerson, 3],
      ['concessions of who gave way most', (went) => went.concessions, 2],
    ];
    console.log(
      `${trips.length} trips of ${DECISIONS} decisions, each value a mean over trips: by turns / plain weighted majority`,
    );
    console.log(
      `${''.padEnd(36)}${['all', ...groups.map(({ label }) => label)].map((label) => label.padStart(15)).join('')}`,
    );
    for (const [name, of, digits] of columns) {
      const cells = [trips, ...groups.map((group) => group.trips)].map((some) =>
        ways
          .map((way) => over(some, way, of).toFixed(digits))
          .join(' / ')
          .padStart(15),
      );
      console.log(`${name.padEnd(36)}${cells.join('')}`);
    }
    const dues = ways.map((way) => `${(metDues(way) * 100).toFixed(2)}%`);
    console.log(`a minority of share a has at least floor(a*${DECISIONS})-1 wins: ${dues[0]}, plain ${dues[1]}`);
    const bars = [{ label: 'all', trips }, ...groups].map(({ label, trips: some }) => ({
      label,
      first: over(some, 'ours', (went) => went.worstOff),
      second: over(some, 'majority', (went) => went.worstOff),
    }));
    writeFileSync(
      values.png,
      drawChart({
        title: `worst-off family: share of ${DECISIONS} decisions won`,
        bars,
        legend: ['by turns', 'plain weighted majority'],
      }),
    );
    console.log(`drawn in ${values.png}`);
    console.log(
      JSON.stringify({
        suite: 'fairness',
        trips: trips.length,
        worstOffShare: both((went) => went.worstOff),
        least: both((went) => went.least),
        evenness: both((went) => went.evenness),
        perPerson: both((went) => went.perPerson),
        concessions: both((went) => went.concessions),
        minorityMet: { ours: metDues('ours'), majority: round(metDues('majority')) },
      }),
    );
  },
};
