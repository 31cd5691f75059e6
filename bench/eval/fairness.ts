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
    const metDues = (way: (typeof ways)[number]): number =>
      mean(trips.map((trip) => (trip[way].minorityWins >= owed(trip) ? 1 : 0)));
    const groups = [3, 4, 5, 6].map((families) => ({
      label: `${families} families`,
      trips: trips.filter((trip) => trip.families === families),
    }));

    console.log(`${trips.length} trips of ${DECISIONS} decisions; wins of the family that won fewest`);
    console.log('                 trips   ours   plain weighted majority');
    for (const { label, trips: some } of [{ label: 'all', trips }, ...groups]) {
      const [ours, majority] = ways.map((way) => `${(over(some, way, (went) => went.worstOff) * 100).toFixed(1)}%`);
      console.log(
        `${label.padEnd(14)} ${`${some.length}`.padStart(7)} ${ours?.padStart(6)}   ${majority?.padStart(6)}`,
      );
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
        worstOffShare: {
          ours: round(over(trips, 'ours', (went) => went.worstOff)),
          majority: round(over(trips, 'majority', (went) => went.worstOff)),
        },
        evenness: {
          ours: round(over(trips, 'ours', (went) => went.evenness)),
          majority: round(over(trips, 'majority', (went) => went.evenness)),
        },
        minorityMet: { ours: metDues('ours'), majority: round(metDues('majority')) },
      }),
    );
  },
};
