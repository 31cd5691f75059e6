import { choosing, type ScoreBallot } from './ballot.ts';
import { decide } from './decide.ts';
import { fractionOf, toNumber } from './fraction.ts';
import { turnsOf } from './turns.ts';
import { type TurnsLedger, turnsIn, turnsLedgers, withDecision, withoutDecision } from './turns-ledger.ts';

const votes = (cast: Readonly<Record<string, string>>): readonly ScoreBallot[] =>
  Object.entries(cast).map(([familyId, option]) => ({ familyId, scores: choosing([option]), weight: fractionOf(1) }));
const decided = (
  ledger: TurnsLedger | undefined,
  pollId: string,
  cast: Readonly<Record<string, string>>,
): TurnsLedger => withDecision('trip_t', ledger, pollId, decide(['a', 'b'], votes(cast), turnsIn(ledger)).turns);
const used = (ledger: TurnsLedger, familyId: string): number => toNumber(turnsOf(turnsIn(ledger), familyId));

describe('the ledger of turns', () => {
  test('keeps who carried each decision, as a document that loads again', () => {
    const ledger = decided(undefined, 'poll_1', { chen: 'a', silva: 'b', okoye: 'b' });
    expect([used(ledger, 'chen'), used(ledger, 'silva'), used(ledger, 'okoye')]).toEqual([0, 0.5, 0.5]);
    expect(turnsLedgers.schema.parse(ledger)).toEqual(ledger);
  });

  test('lets a family that is new, or sat out, stand level with the average', () => {
    const first = decided(undefined, 'poll_1', { chen: 'a', silva: 'b', okoye: 'b' });
    expect(used(first, 'ruiz')).toBeCloseTo(1 / 3, 5);
    const second = decided(first, 'poll_2', { silva: 'b', okoye: 'b' });
    expect(used(second, 'chen')).toBeCloseTo(0.5, 5);
  });

  test('takes a decision back as if it had not been, even one that others followed', () => {
    const first = decided(undefined, 'poll_1', { chen: 'a', silva: 'b', okoye: 'b' });
    const second = decided(first, 'poll_2', { chen: 'a', silva: 'a', okoye: 'a' });
    const undone = withoutDecision(second, 'poll_2');
    for (const id of ['chen', 'silva', 'okoye', 'ruiz']) expect(used(undone, id)).toBeCloseTo(used(first, id), 5);
    const kept = withoutDecision(second, 'poll_1');
    expect(used(kept, 'chen')).toBeGreaterThan(used(kept, 'silva'));
    expect(withoutDecision(kept, 'poll_9')).toBe(kept);
  });

  test('stays small however many decisions a trip takes', () => {
    let ledger: TurnsLedger | undefined;
    for (let poll = 0; poll < 400; poll += 1)
      ledger = decided(ledger, `poll_${poll}`, { chen: 'a', silva: poll % 3 === 0 ? 'a' : 'b', okoye: 'b' });
    expect(ledger?.decisions).toHaveLength(200);
    expect(JSON.stringify(ledger).length).toBeLessThan(40_000);
    const all = ['chen', 'silva', 'okoye'].map((id) => (ledger ? used(ledger, id) : 0));
    expect(Math.max(...all) - Math.min(...all)).toBeLessThan(1.5);
    expect(all.reduce((sum, one) => sum + one, 0)).toBeCloseTo(400, 1);
  });
});
