import { chens, factsOf, okoyes, plan, silvas } from '../../../test/lisbon-trip.ts';
import { NOTHING_ASKED } from '../asked.ts';
import { type Candidate, clockTime } from '../candidate.ts';
import type { PlanningFacts } from '../planning-facts.ts';
import { applyEdit, type DeskEdit, restorePlan } from './apply-edit.ts';
import { planChanges, sayChanges } from './changes.ts';
import type { EditablePlan } from './desk.ts';

const facts = factsOf();
const first: EditablePlan = { ...plan(facts), asked: NOTHING_ASKED };

const made = (before: EditablePlan, edit: DeskEdit, given: PlanningFacts = facts) => {
  const edited = applyEdit(before, given, edit);
  if (!edited.ok) throw new Error(`${edited.why} ${edited.offers.map(({ label }) => label).join('; ')}`);
  expect(edited.checks.filter(({ ok }) => !ok)).toEqual([]);
  return { ...edited, told: sayChanges(planChanges(before, edited.plan)) };
};
const refused = (before: EditablePlan, edit: DeskEdit, given: PlanningFacts = facts) => {
  const edited = applyEdit(before, given, edit);
  if (edited.ok) throw new Error(sayChanges(planChanges(before, edited.plan)));
  return edited;
};
const dayOf = (of: EditablePlan, date: string) => of.days.find((day) => day.date === date)?.items ?? [];
const untouched = (before: EditablePlan, after: EditablePlan, except: readonly string[]): void => {
  for (const { date, items } of before.days) if (!except.includes(date)) expect(dayOf(after, date)).toEqual(items);
};
const where = (of: EditablePlan, name: string): string | undefined =>
  of.days.flatMap(({ date, items }) =>
    items.filter(({ title }) => title.includes(name)).map(({ start }) => `${date} ${start}`),
  )[0];

describe('changing a plan', () => {
  it('moves what is named, by a name with a slip in it, and nothing else', () => {
    const { plan: after, told } = made(first, { kind: 'move', item: 'the tile musuem', to: '2027-06-12' });
    expect(told).toBe('Tile Museum moved from Tue 15 Jun 11:30 to Sat 12 Jun 10:00.');
    untouched(first, after, ['2027-06-15', '2027-06-12']);
    expect(after.asked.pins).toMatchObject([{ name: 'Tile Museum', date: '2027-06-12' }]);
  });

  it('says why a thing cannot be on a day, and offers days that would do', () => {
    const { why, offers } = refused(first, { kind: 'move', item: 'the tile museum', to: '2027-06-14' });
    expect(why).toBe('Tile Museum is closed on Mondays.');
    expect(offers.length).toBeGreaterThan(0);
    for (const { edit } of offers) made(first, edit as DeskEdit);
  });

  it('asks which one is meant, and takes the answer', () => {
    const { why, offers } = refused(first, { kind: 'drop', item: 'lunch' });
    expect(why).toBe('Which one do you mean?');
    expect(offers.length).toBeGreaterThan(1);
  });

  it('finds things by their place in a day', () => {
    const { told } = made(first, { kind: 'move', item: 'the thing after lunch', on: '2027-06-12', to: '2027-06-13' });
    expect(told).toContain('Oceanário moved from Sat 12 Jun 14:30 to Sun 13 Jun');
  });

  it('knows no day outside the trip', () => {
    expect(refused(first, { kind: 'move', item: 'garden', to: '2027-06-20' }).why).toBe(
      'Sun 20 Jun is not a day of the trip: it goes from Fri 11 Jun to Tue 15 Jun.',
    );
  });

  it('takes something out for good, and offers what would fit there', () => {
    const { plan: after, told } = made(first, { kind: 'drop', item: 'oceanario' });
    expect(told).toBe('Oceanário is out (was Sat 12 Jun 14:30).');
    untouched(first, after, ['2027-06-12']);
    expect(first.total?.amount ?? 0).toBeGreaterThan(after.total?.amount ?? 0);
    // A plan made anew keeps to it.
    const anew = plan(factsOf({ candidates: facts.candidates.filter(({ name }) => name !== 'Oceanário') }));
    expect(anew.days.flatMap(({ items }) => items).some(({ title }) => title === 'Oceanário')).toBe(false);
  });

  it('puts a place to eat where somebody wants it', () => {
    const { plan: after } = made(first, { kind: 'put', item: 'the mercado', to: '2027-06-12', meal: 'lunch' });
    expect(dayOf(after, '2027-06-12').find(({ meal }) => meal === 'lunch')?.title).toBe(
      'Lunch at Mercado Novo food hall',
    );
    untouched(first, after, ['2027-06-12', '2027-06-14']);
  });

  it('does not put in what does not suit the group', () => {
    expect(refused(first, { kind: 'put', item: 'the castle', to: '2027-06-12' }).why).toBe(
      'São Jorge Castle does not suit all of you: it has steps.',
    );
  });

  it('keeps what is locked where it is until it is unlocked', () => {
    const locked = made(first, { kind: 'lock', item: 'science centre' });
    expect(locked.told).toBe('Science Centre is locked: it stays Sun 13 Jun 14:30.');
    const { why, offers } = refused(locked.plan, { kind: 'move', item: 'science centre', to: '2027-06-12' });
    expect(why).toBe('Science Centre is locked.');
    const free = made(locked.plan, offers[0]?.edit as DeskEdit);
    expect(made(free.plan, { kind: 'move', item: 'science centre', to: '2027-06-12' }).told).toContain('Sat 12 Jun');
    const later = made(locked.plan, { kind: 'start', at: '12:30' });
    expect(where(later.plan, 'Science Centre')).toBe('2027-06-13 14:30');
  });

  it('begins later, on all days, and proves it', () => {
    const { plan: after, told, checks } = made(first, { kind: 'start', at: '10:00' });
    expect(told).toBe('Mon 14 Jun: Estrela Garden 09:30 is now 10:00.');
    expect(checks.find(({ constraint }) => constraint === 'asked')).toMatchObject({
      ok: true,
      detail: 'nothing before 10:00',
    });
    untouched(first, after, ['2027-06-14']);
  });

  it('moves the rest of a late day and says what falls out', () => {
    const late = made(first, { kind: 'late', minutes: 40, on: '2027-06-12', now: '11:50' });
    expect(late.told).toContain('Casa do Leão 12:00 is now 12:40');
    untouched(first, late.plan, ['2027-06-12']);
    const later = made(first, { kind: 'late', minutes: 120, on: '2027-06-12', now: '11:50' });
    expect(later.remarks).toEqual(['Oceanário no longer fits today.']);
  });

  it('leaves a late group its time where there is slack', () => {
    const { why, unchanged } = refused(first, { kind: 'late', minutes: 40, on: '2027-06-12', now: '09:30' });
    expect(unchanged).toBe(true);
    expect(why).toContain('12:00');
  });

  it('lets a family skip something, which then pays nothing for it', () => {
    const { plan: after, checks } = made(first, { kind: 'skip', item: 'science centre', families: ['family_silva'] });
    expect(dayOf(after, '2027-06-13').find(({ title }) => title === 'Science Centre')).toMatchObject({
      who: ['family_chen', 'family_okoye'],
    });
    expect(after.total?.amount).toBe((first.total?.amount ?? 0) - (2 * 1_300 + 900));
    expect(checks.find(({ constraint }) => constraint === 'asked')?.detail).toBe('Science Centre for 2 families');
    const again = made(after, { kind: 'skip', item: 'science centre', families: [] });
    expect(again.plan.days).toEqual(first.days);
  });

  it('lets families part for different things at the same time and meet again, each paying for its own', () => {
    const lanes: Extract<DeskEdit, { kind: 'split' }>['lanes'] = [
      { item: 'science centre', families: ['family_silva'] },
      { item: 'oceanario', families: ['family_chen', 'family_okoye'] },
    ];
    const { plan: after, remarks, told } = made(first, { kind: 'split', on: '2027-06-13', lanes });
    const day = dayOf(after, '2027-06-13');
    const [one, two] = ['Science Centre', 'Oceanário'].map((name) => day.find(({ title }) => title === name));
    expect(one?.who).toEqual(['family_silva']);
    expect(two?.who).toEqual(['family_chen', 'family_okoye']);
    expect(one?.start).toBe(two?.start);
    expect(remarks).toEqual([
      `Science Centre and Oceanário are at the same time, from ${one?.start}; you meet again at ${two?.end}.`,
    ]);
    expect(told).toContain('Not everyone joins Oceanário');
    // Nothing else is planned before they meet again.
    const rest = day.filter(({ kind, title }) => kind !== 'free' && title !== one?.title && title !== two?.title);
    for (const { start, end } of rest) expect(end <= (one?.start ?? '') || start >= (two?.end ?? '')).toBe(true);
    // What else changes on that day leaves them side by side.
    const again = made(after, { kind: 'put', item: 'estrela garden', to: '2027-06-13' });
    const later = dayOf(again.plan, '2027-06-13').filter(({ who }) => who !== undefined);
    expect(later.map(({ title, start }) => [title, start]).sort()).toEqual(
      [one, two].map((item) => [item?.title, item?.start]).sort(),
    );
  });

  it('says why families cannot part for two things', () => {
    const lanes = (other: string, families: string[]): Extract<DeskEdit, { kind: 'split' }>['lanes'] => [
      { item: 'science centre', families: ['family_silva'] },
      { item: other, families },
    ];
    const why = (other: string, families: string[], on = '2027-06-13') =>
      refused(first, { kind: 'split', on, lanes: lanes(other, families) }).why;
    expect(why('oceanario', ['family_silva'])).toBe('A family can be at one place only at a time.');
    expect(why('oceanario', ['family_garcia'])).toBe('That family is not on the trip.');
    expect(why('science centre', ['family_chen'])).toBe('Say two different things to do.');
    expect(why('pizza roma', ['family_chen'])).toMatch(/nothing that some do while others do something else/);
    expect(why('oceanario', ['family_chen'], '2027-06-20')).toMatch(/is not a day of the trip/);
  });

  it('changes only what no longer suits when somebody cannot do stairs', () => {
    const nimble = factsOf({
      families: [chens, { ...silvas, preferences: { ...silvas.preferences, mobility: [] } }, okoyes],
    });
    const before: EditablePlan = { ...plan(nimble), asked: NOTHING_ASKED };
    expect(where(before, 'São Jorge Castle')).toBeDefined();
    const { plan: after, remarks } = made(before, { kind: 'mend' }, facts);
    expect(remarks).toEqual(['São Jorge Castle does not suit any more: it has steps.']);
    expect(where(after, 'São Jorge Castle')).toBeUndefined();
    untouched(before, after, [where(before, 'São Jorge Castle')?.slice(0, 10) ?? '']);
    expect(refused(after, { kind: 'mend' }, facts)).toMatchObject({ unchanged: true });
  });

  it('swaps two days, and says which opening hours forbid it', () => {
    expect(refused(first, { kind: 'swap-days', days: ['2027-06-12', '2027-06-13'] }).why).toBe(
      'Casa do Leão is closed on Sundays.',
    );
    const open = facts.candidates.map((one): Candidate => ({ ...one, hours: undefined }));
    const any = { ...facts, candidates: open };
    const { plan: after } = made(first, { kind: 'swap-days', days: ['2027-06-12', '2027-06-13'] }, any);
    expect(where(after, 'Science Centre')).toBe(`2027-06-12 ${clockTime(14 * 60 + 30)}`);
    expect(where(after, 'Oceanário')?.slice(0, 10)).toBe('2027-06-13');
    untouched(first, after, ['2027-06-12', '2027-06-13']);
  });

  it('goes back to an earlier version, and not to one that no longer holds', () => {
    const dropped = made(first, { kind: 'drop', item: 'oceanario' });
    const back = restorePlan(dropped.plan, first, facts);
    expect(back).toMatchObject({ ok: true, plan: { days: first.days, asked: NOTHING_ASKED } });
    const poorer: PlanningFacts = { ...facts, trip: { ...facts.trip, budget: dropped.plan.total } };
    expect(restorePlan(dropped.plan, first, poorer)).toMatchObject({ ok: false, why: expect.stringMatching(/EUR/) });
  });
});
