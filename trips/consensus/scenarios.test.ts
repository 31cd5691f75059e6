import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { noPreferences, type Preferences } from '../families/family.ts';
import type { Money } from '../money.ts';
import { type Analysis, analyse, analyseTrip, type Question } from './analyse.ts';
import { choosing, type ScoreBallot } from './ballot.ts';
import type { Conflict } from './conflicts/conflict.ts';
import { documentOf } from './consensus-analysis.ts';
import { type ConsensusFamily, optionFrom } from './facts.ts';
import { sayBudgets } from './feasible.ts';
import { fractionOf } from './fraction.ts';
import { shownTo } from './shown-to.ts';
import { NO_TURNS } from './turns.ts';

type Vote = string | readonly string[] | Readonly<Record<string, number>>;
interface Asked {
  readonly question?: string;
  readonly options: readonly (string | { text: string; price?: number; details?: string; days?: readonly string[] })[];
  readonly votes?: Readonly<Record<string, Vote>>;
}
interface Household extends Partial<Omit<Preferences, 'budget'>> {
  readonly heads?: number;
  readonly ages?: readonly number[];
  readonly budget?: number;
  readonly spent?: number;
  readonly currency?: string;
  readonly share?: number;
}
interface Expected {
  readonly winner?: string;
  readonly because?: string;
  readonly tied?: readonly string[];
  readonly mostPoints?: readonly string[];
  readonly condorcet?: string;
  readonly explanation?: string;
  readonly out?: Readonly<Record<string, readonly string[]>>;
  readonly budgets?: Readonly<Record<string, string | null>>;
  readonly conflicts?: readonly string[];
  readonly compromises?: readonly { kind: string; options: readonly string[] }[];
  readonly noCompromise?: readonly string[];
  /** What a family (or `all`: a group) must read, and what it must not. */
  readonly says?: Readonly<Record<string, readonly string[]>>;
  readonly never?: Readonly<Record<string, readonly string[]>>;
}
interface Scenario extends Partial<Asked> {
  readonly name: string;
  readonly trip?: { budget?: number; startDate?: string; endDate?: string };
  readonly families: Readonly<Record<string, Household>>;
  readonly weighting?: 'equal' | 'head-count' | 'budget-share';
  readonly anonymous?: boolean;
  readonly past?: readonly Asked[];
  readonly others?: readonly Asked[];
  readonly expect: Expected;
}

const scenarios: readonly Scenario[] = parse(
  readFileSync(join(import.meta.dirname, 'fixtures/scenarios.yaml'), 'utf8'),
  { schema: 'core' },
);
const euros = (amount: number, currency = 'EUR'): Money => ({ amount: amount * 100, currency });

const familiesOf = ({ families }: Scenario): readonly ConsensusFamily[] =>
  Object.entries(families).map(([name, { heads, ages, budget, spent, currency, share, ...said }]) => ({
    id: `family_${name}`,
    name,
    heads: heads ?? ages?.length ?? 3,
    members: (ages ?? []).map((age) => ({ age, child: age < 18 })),
    preferences: { ...noPreferences, ...said, ...(budget !== undefined && { budget: euros(budget, currency) }) },
    ...(spent !== undefined && { spent: euros(spent, currency) }),
  }));

const questionOf = ({ families, weighting, anonymous }: Scenario, asked: Asked): Question => {
  const texts = asked.options.map((option) => (typeof option === 'string' ? { text: option } : option));
  const options = texts.map(
    ({ text, price, details, days }: { text: string; price?: number; details?: string; days?: readonly string[] }) => ({
      ...optionFrom({ optionId: `opt_${text}`, text, details, ...(price !== undefined && { price: euros(price) }) }),
      days,
    }),
  );
  const weightOf = ({ heads = 3, share = 1 }: Household): number =>
    weighting === 'head-count' ? heads : weighting === 'budget-share' ? share : 1;
  const scores = (vote: Vote): ScoreBallot['scores'] => {
    if (typeof vote === 'string') return choosing([`opt_${vote}`]);
    if (Array.isArray(vote)) return choosing(vote.map((text) => `opt_${text}`));
    return Object.fromEntries(Object.entries(vote).map(([text, score]) => [`opt_${text}`, Number(score)]));
  };
  const ballots = Object.entries(asked.votes ?? {}).map(([name, vote]) => ({
    familyId: `family_${name}`,
    scores: scores(vote),
    weight: fractionOf(weightOf(families[name] ?? {})),
  }));
  return { question: asked.question ?? 'This', options, ballots, anonymous };
};

const analyseScenario = (scenario: Scenario): { analysis?: Analysis; conflicts: readonly Conflict[] } => {
  const trip = {
    ...scenario.trip,
    budget: scenario.trip?.budget === undefined ? undefined : euros(scenario.trip.budget),
  };
  const families = familiesOf(scenario);
  if (!scenario.options) return { conflicts: analyseTrip(trip, families) };
  const turns = (scenario.past ?? []).reduce(
    (before, asked) => analyse(questionOf(scenario, asked), { trip, families, turns: before }).decision.turns,
    NO_TURNS,
  );
  const others = (scenario.others ?? []).map((asked) => questionOf(scenario, asked));
  const asked = { ...scenario, options: scenario.options };
  const analysis = analyse(questionOf(scenario, asked), { trip, families, turns, others });
  return { analysis, conflicts: analysis.conflicts };
};

/** All that a reader gets to see, in words. */
const readBy = (name: string, { analysis, conflicts }: ReturnType<typeof analyseScenario>): string => {
  const reader = name === 'all' ? undefined : `family_${name}`;
  if (!analysis) {
    return conflicts
      .map(({ details, own }) => `${details} ${reader === undefined ? '' : (own[reader] ?? '')}`)
      .join('\n');
  }
  const kept = documentOf(analysis, { tripId: 'trip_t', pollId: 'poll_p', over: true, at: '2027-01-01T00:00:00.000Z' });
  const { finalDecision, options, conflicts: found, suggestedCompromises } = shownTo(kept, reader);
  // Ids name families; words must not. Who is involved is looked at apart.
  return [
    finalDecision?.explanation,
    ...options.flatMap(({ out }) => out),
    ...found.map(({ details }) => details),
    ...suggestedCompromises.map(({ text }) => text),
  ].join('\n');
};

const text = (id: string): string => id.replace('opt_', '');

test('there are scenarios of every kind of conflict and of every way out', () => {
  expect(scenarios.length).toBeGreaterThanOrEqual(40);
  expect(new Set(scenarios.map(({ name }) => name)).size).toBe(scenarios.length);
  expect(new Set(scenarios.flatMap(({ expect: { conflicts = [] } }) => conflicts))).toEqual(
    new Set(['budget_mismatch', 'dates', 'diet', 'mobility', 'ages', 'pace', 'room_split']),
  );
  expect(new Set(scenarios.flatMap(({ expect: { compromises = [] } }) => compromises.map(({ kind }) => kind)))).toEqual(
    new Set(['least-happy-most', 'most-for-all', 'split', 'trade', 'relax']),
  );
});

test.each(scenarios.map((scenario) => [scenario.name, scenario] as const))('%s', (_, scenario) => {
  const found = analyseScenario(scenario);
  const { analysis, conflicts } = found;
  const wanted = scenario.expect;
  if (analysis) {
    const { decision, checked, compromises, explanation } = analysis;
    if (wanted.winner !== undefined || wanted.because !== undefined)
      expect(decision.winner).toBe(wanted.winner === undefined ? undefined : `opt_${wanted.winner}`);
    if (wanted.because !== undefined) expect(decision.because).toBe(wanted.because);
    if (wanted.tied) expect(decision.tied.map(text)).toEqual(wanted.tied);
    if (wanted.mostPoints) expect(decision.mostPoints.map(text)).toEqual(wanted.mostPoints);
    if (wanted.condorcet !== undefined) expect(decision.condorcet).toBe(`opt_${wanted.condorcet}`);
    if (wanted.explanation !== undefined) expect(explanation).toBe(wanted.explanation);
    if (wanted.out) {
      const out = checked.filter(({ breaches }) => breaches.length > 0);
      expect(
        Object.fromEntries(
          out.map(({ option, breaches }) => [option.text, breaches.map(({ constraint }) => constraint)]),
        ),
      ).toEqual(wanted.out);
    }
    for (const [option, says] of Object.entries(wanted.budgets ?? {})) {
      const asked = checked.find((one) => one.option.text === option)?.option;
      expect(asked && (sayBudgets(asked, familiesOf(scenario)) ?? null)).toBe(says);
    }
    if (wanted.compromises) {
      const proposed = compromises.map(({ kind, relatedOptions }) => ({ kind, options: relatedOptions.map(text) }));
      for (const one of wanted.compromises) expect(proposed).toContainEqual(one);
    }
    for (const kind of wanted.noCompromise ?? []) expect(compromises.map((one) => one.kind)).not.toContain(kind);
  }
  if (wanted.conflicts) expect(conflicts.map(({ type }) => type)).toEqual(wanted.conflicts);
  for (const [reader, phrases] of Object.entries(wanted.says ?? {}))
    for (const phrase of phrases) expect(readBy(reader, found)).toContain(phrase);
  for (const [reader, phrases] of Object.entries(wanted.never ?? {}))
    for (const phrase of phrases) expect(readBy(reader, found)).not.toContain(phrase);
  // What is one family's own is read by nobody else.
  const own = [...conflicts, ...(analysis?.compromises ?? [])].flatMap((one) => Object.entries(one.own));
  for (const [familyId, words] of own) {
    for (const reader of ['all', ...Object.keys(scenario.families)])
      if (`family_${reader}` !== familyId) expect(readBy(reader, found)).not.toContain(words);
  }
});
