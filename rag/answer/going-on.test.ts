import type { Evidence } from '../retrieve/evidence.ts';
import { besideSaid, saidLast } from './going-on.ts';

const PAGE: readonly string[] = [
  'Board | Half day: EUR 9; Day: EUR 15',
  'Wetsuit | Half day: EUR 5; Day: EUR 8',
  'The house is open from 9:00 to 21:00, the pool on Sundays until 18:00.',
  'We have ten.',
];
const evidenceIn = (documentId: string): readonly Evidence[] =>
  PAGE.map((text, unit) => ({
    passage: { documentId, document: documentId, ordinal: 0, units: PAGE, spans: PAGE.map(() => [0, 0] as const) },
    ...{ unit, text, span: [0, 0] as const, cosine: 0, covered: 0, complete: false, coveredHere: 0 },
    ...{ astray: false, onTopic: false, named: 0, fits: [], score: 0 },
  }));
const evidence = evidenceIn('rental.md');

describe('what goes on from the last answer', () => {
  it('knows a sentence that was told whole, in the signs it is told with', () => {
    const [said, ...others] = saidLast(evidence, ['how much is a board', 'Board - Half day: EUR 9; Day: EUR 15 [1].']);
    expect(said).toMatchObject({ unit: 0 });
    expect(said?.rest).toBeUndefined();
    expect(others).toEqual([]);
  });

  it('knows what is left of a row that was told in part, labels between', () => {
    const [said] = saidLast(evidence, ['what is a suit', 'Wetsuit, half day: EUR 5 [1].']);
    expect(said).toMatchObject({ unit: 1 });
    expect(said?.rest).toContain('Day: EUR 8');
    expect(said?.rest).not.toContain('Wetsuit');
  });

  it('takes no two words for an answer that may stand anywhere', () => {
    expect(saidLast(evidence, ['how many', 'We have [1].'])).toEqual([]);
    expect(saidLast(evidence, [])).toEqual([]);
  });

  it('looks beside what was said, at the rest of what was told in part, and in no other document', () => {
    const before = saidLast(evidence, ['?', 'The house is open from 9:00 to 21:00 [1].']);
    const texts = [...besideSaid([...evidence, ...evidenceIn('other.md')], before)].map(([seen, { passage }]) => [
      seen.text,
      passage.documentId,
    ]);
    expect(texts).toEqual([
      [PAGE[0], 'rental.md'],
      [PAGE[1], 'rental.md'],
      [expect.stringMatching(/^[^a-z]*the pool on Sundays until 18:00\.$/), 'rental.md'],
      [PAGE[3], 'rental.md'],
    ]);
  });
});
