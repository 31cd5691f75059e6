import { eur, factsOf, plan } from '../../test/lisbon-trip.ts';
import { NOTHING_ASKED, type PlanAsked } from './asked.ts';
import type { Candidate } from './candidate.ts';
import { checkPlan } from './check.ts';
import { applyEdit } from './editing/apply-edit.ts';
import { withAsked } from './editing/with-asked.ts';
import type { PlanningFacts } from './planning-facts.ts';

const facts = factsOf();
const SUNDAY = '2027-06-13';
const LANES = [
  { item: 'science centre', families: ['family_silva'] },
  { item: 'oceanario', families: ['family_chen', 'family_okoye'] },
] as const;

/** What is asked of a plan in which the families have parted. */
const parted = (given: PlanningFacts = facts): PlanAsked => {
  const [one, two] = LANES.map(({ item, families }) => ({ item, families: [...families] }));
  if (!one || !two) throw new Error('no lanes');
  const edited = applyEdit({ ...plan(given), asked: NOTHING_ASKED }, given, {
    kind: 'split',
    on: SUNDAY,
    lanes: [one, two],
  });
  if (!edited.ok) throw new Error(edited.why);
  return edited.plan.asked;
};
const asked = parted();

const anew = (given: PlanningFacts, wanted: PlanAsked = asked) => {
  const all = withAsked(given, wanted);
  const made = plan(all);
  expect(checkPlan(made, all).filter(({ ok }) => !ok)).toEqual([]);
  const at = (name: string) =>
    made.days.flatMap(({ date, items }) =>
      items.filter(({ title }) => title === name).map(({ start, end, who }) => ({ date, start, end, who })),
    )[0];
  return { made, science: at('Science Centre'), aquarium: at('Oceanário') };
};
const withHours = (name: string, from: number, to: number): PlanningFacts => ({
  ...facts,
  candidates: facts.candidates.map(
    (one): Candidate => (one.name === name ? { ...one, hours: Array.from({ length: 7 }, () => [{ from, to }]) } : one),
  ),
});

describe('a plan made anew for families that part', () => {
  it('has both things at the same time again, each for its own, and nothing until they meet', () => {
    const { made, science, aquarium } = anew(facts);
    expect(science).toMatchObject({ date: SUNDAY, who: LANES[0].families });
    expect(aquarium).toMatchObject({ date: SUNDAY, who: LANES[1].families, start: science?.start });
    const end = [science?.end ?? '', aquarium?.end ?? ''].sort().at(-1) ?? '';
    const others = made.days
      .find(({ date }) => date === SUNDAY)
      ?.items.filter(({ kind, who }) => kind !== 'free' && who === undefined);
    for (const other of others ?? []) expect(other.end <= (science?.start ?? '') || other.start >= end).toBe(true);
  });

  it('counts what each family pays for its own, once', () => {
    const { made } = anew(facts);
    const sum = made.days.flatMap(({ items }) => items).reduce((all, { cost }) => all + (cost?.amount ?? 0), 0);
    expect(made.total).toEqual({ amount: sum, currency: 'EUR' });
    const tight = { ...facts, trip: { ...facts.trip, budget: { amount: sum, currency: 'EUR' } } };
    expect(anew(tight).made.total?.amount).toBeLessThanOrEqual(sum);
  });

  it('begins when both are open, though the shorter closes before the longer is over', () => {
    const { science, aquarium } = anew(withHours('Science Centre', 9 * 60, 12 * 60));
    expect(science?.start).toBe(aquarium?.start);
    expect(science?.end && science.end <= '12:00').toBe(true);
    expect(aquarium?.end && aquarium.end > '12:00').toBe(true);
  });

  it('has them one after the other when they are never open at one time', () => {
    const { science, aquarium } = anew(withHours('Science Centre', 17 * 60, 19 * 60));
    expect([science?.date, aquarium?.date]).toEqual([SUNDAY, SUNDAY]);
    expect(science && aquarium && (science.start >= aquarium.end || aquarium.start >= science.end)).toBe(true);
  });

  it('keeps both when they are locked, and puts the one that is free beside the one that is not', () => {
    const lockOf = (name: string, start: string, end: string) => {
      const id = facts.candidates.find((one) => one.name === name)?.id ?? '';
      return { candidateId: id, name, date: SUNDAY, start, end };
    };
    const science = lockOf('Science Centre', '14:00', '16:00');
    const one = anew(facts, { ...asked, locks: [science] });
    expect([one.science?.start, one.aquarium?.start]).toEqual(['14:00', '14:00']);
    const both = anew(facts, { ...asked, locks: [science, lockOf('Oceanário', '14:30', '17:30')] });
    expect([both.science, both.aquarium]).toMatchObject([
      { start: '14:00', end: '16:00' },
      { start: '14:30', end: '17:30' },
    ]);
  });

  it('lets some do what others cannot', () => {
    const castle = facts.candidates.find(({ name }) => name === 'São Jorge Castle');
    if (!castle) throw new Error('no castle');
    // The Silvas come with a stroller, and the castle has steps.
    const wanted: PlanAsked = {
      ...NOTHING_ASKED,
      pins: [{ candidateId: castle.id, name: castle.name, date: SUNDAY }],
      joining: [{ candidateId: castle.id, name: castle.name, families: ['family_okoye'] }],
    };
    const { made } = anew(facts, wanted);
    expect(made.days.flatMap(({ items }) => items).find(({ title }) => title === castle.name)?.who).toEqual([
      'family_okoye',
    ]);
  });

  it('keeps what somebody put on a day, though others would be liked better', () => {
    const garden = facts.candidates.find(({ name }) => /garden/i.test(name));
    if (!garden) throw new Error('no garden');
    const many = factsOf({ candidates: [...facts.candidates, ...rivals(garden)] });
    const pins = [{ candidateId: garden.id, name: garden.name, date: '2027-06-12' }];
    const { made } = anew(many, { ...NOTHING_ASKED, pins });
    const day = made.days.find(({ date }) => date === '2027-06-12');
    expect(day?.items.map(({ title }) => title)).toContain(garden.name);
    expect(made.total?.amount).toBeLessThanOrEqual(eur(6000).amount);
  });
});

/** Others like it that everybody would rather see. */
const rivals = (one: Candidate): readonly Candidate[] =>
  Array.from({ length: 20 }, (_, index) => ({
    ...one,
    ...{ id: `rival_${index}`, name: `Rival ${index}`, rating: 5, about: 'animals museums' },
  }));
