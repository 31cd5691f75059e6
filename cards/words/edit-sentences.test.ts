import { factsOf, plan } from '../../test/lisbon-trip.ts';
import { NOTHING_ASKED } from '../../trips/itineraries/asked.ts';
import { applyEdit, type DeskEdit } from '../../trips/itineraries/editing/apply-edit.ts';
import { planChanges } from '../../trips/itineraries/editing/changes.ts';
import type { EditablePlan } from '../../trips/itineraries/editing/desk.ts';
import { wordsIn } from './words.ts';

const facts = factsOf();
const first: EditablePlan = { ...plan(facts), asked: NOTHING_ASKED };
const THINGS = [
  'oceanario',
  'tile museum',
  'castle',
  'science centre',
  'garden',
  'cruise',
  'taverna',
  'lunch',
  'hotel',
];
const DAYS = ['2027-06-11', '2027-06-12', '2027-06-13', '2027-06-14', '2027-06-15', '2027-06-20'];
const EDITS: readonly DeskEdit[] = [
  ...THINGS.flatMap((item): readonly DeskEdit[] => [
    ...DAYS.map((to): DeskEdit => ({ kind: 'move', item, to })),
    { kind: 'move', item, to: '2027-06-13', at: '07:00' },
    { kind: 'put', item, to: '2027-06-12' },
    { kind: 'replace', item },
    { kind: 'replace', item, by: 'castle' },
    { kind: 'swap', item, with: 'tile museum' },
    { kind: 'drop', item },
    { kind: 'lock', item },
    { kind: 'unlock', item },
    { kind: 'skip', item, families: ['family_silva'] },
    { kind: 'skip', item, families: ['family_silva', 'family_chen', 'family_okoye'] },
  ]),
  ...DAYS.flatMap((on): readonly DeskEdit[] => [
    { kind: 'start', at: '12:30', on },
    { kind: 'free', on },
    { kind: 'lighten', on },
    { kind: 'late', minutes: 150, on, now: '11:50' },
    { kind: 'rain', on },
    { kind: 'swap-days', days: ['2027-06-12', on] },
  ]),
  { kind: 'mend' },
];

/** What is told of an edit, and the checker's own details, which the card shows in the reader's language. */
const told = (edit: DeskEdit): readonly string[] => {
  const edited = applyEdit(first, facts, edit);
  const labels = edited.offers
    .filter((one) => one.edit.kind !== 'replace' || edit.kind === 'rain')
    .map(({ label }) => label);
  return edited.ok ? [...edited.remarks, ...labels] : [edited.why, ...labels];
};

test('every sentence of the planner on a change is said in Spanish, but for what only the checker objects to', () => {
  const { edits } = wordsIn('es');
  const all = [...new Set(EDITS.flatMap(told))];
  const left = all.filter((sentence) => edits.sentence(sentence) === sentence);
  expect(all.length).toBeGreaterThan(40);
  expect(left).toEqual([]);
});

test('what has changed is said in Spanish without a word of the English sentence', () => {
  const { edits } = wordsIn('es');
  for (const edit of EDITS) {
    const edited = applyEdit(first, facts, edit);
    if (!edited.ok) continue;
    const said = edits.changes(planChanges(first, edited.plan), () => undefined);
    expect(said).not.toMatch(
      /\b(?:moved|from|is now|is out|instead of|is new|joins?|is locked|open again|more changes)\b/,
    );
  }
  const moved = applyEdit(first, facts, { kind: 'move', item: 'tile museum', to: '2027-06-12' });
  expect(moved.ok && edits.changes(planChanges(first, moved.plan), () => undefined)).toBe(
    'Tile Museum pasa del mar 15 jun a las 11:30 al sáb 12 jun a las 10:00.',
  );
});
