import fc from 'fast-check';
import { ballotsOf, check, matter, NAMED, turns, weights } from '../../test/consensus-arbitraries.ts';
import { analyse, analyseTrip } from '../../trips/consensus/analyse.ts';
import { sayWeights } from '../../trips/consensus/explain.ts';
import { sayMissing } from '../../trips/magic-polls/say-missing.ts';
import { whyForAll, whyForFamily } from '../../trips/magic-polls/why-it-fits.ts';
import { pollCategory } from '../../trips/polls/poll.ts';
import { wordsIn } from './words.ts';

const { reasons } = wordsIn('es');
/** Words that stand in no Spanish sentence. */
const ENGLISH =
  /\b(?:the|is|are|was|were|for|of|with|it|its|you|your|to|would|will|can|cannot|not|by|on|in|at|if|all|every|each|some|they|their|that|than|more|less|have|has|had|what|which|nothing|nobody|family|families|day|days|and|or|Fri|Sat|Sun|Mon|Tue|Wed|Thu|Jun)\b/;

const rule = fc.constantFrom(undefined, 'one-against-one' as const, 'days' as const);
const anonymous = fc.boolean();

test('why a poll came out so is said in Spanish, whatever was voted, by every rule', () => {
  const seen = new Set<string>();
  check(
    fc.tuple(matter, turns, weights, rule, anonymous),
    ([{ families, options, votes, trip }, before, by, rules, secret]) => {
      const { explanation } = analyse(
        { question: 'Where to?', options, ballots: ballotsOf(votes, by), by: rules, anonymous: secret },
        { trip, families, turns: before },
      );
      const counting = sayWeights(
        'head-count',
        families.map(({ name }, index) => ({ name, weight: by[index] ?? 1 })),
      );
      for (const said of [explanation, `If it closed now: ${explanation}`, `${explanation} ${counting}`]) {
        const told = reasons.explained(said, NAMED);
        if (told === undefined && said.startsWith('If it closed') && !/ it is: /.test(said)) continue;
        expect([said, told]).toEqual([said, expect.any(String)]);
        expect(told).not.toMatch(ENGLISH);
        seen.add(explanation.replace(/\d[\d.]*|Boat|Beach|Castle|Dinner/g, '#'));
      }
    },
    400,
  );
  expect(seen.size).toBeGreaterThan(40);
});

test('what stands between families, where they could meet, and what each is told alone, is said in Spanish', () => {
  const kinds = new Set<string>();
  check(
    fc.tuple(matter, turns),
    ([{ families, options, votes, trip }, before]) => {
      const dated = { ...trip, startDate: '2027-06-11', endDate: '2027-06-15' };
      const analysis = analyse(
        { question: 'Where to eat?', options, ballots: ballotsOf(votes, []) },
        { trip: dated, families, turns: before },
      );
      const all = [...analysis.conflicts, ...analyseTrip(dated, families)];
      const said = [
        ...all.map(({ details }) => details),
        ...analysis.compromises.map(({ text }) => text),
        ...[...all, ...analysis.compromises].flatMap(({ own }) => Object.values(own)),
      ];
      for (const sentence of said) {
        kinds.add(sentence.replace(/[\d.,]+/g, '#'));
        expect(reasons.said(sentence)).not.toMatch(ENGLISH);
      }
    },
    400,
  );
  expect(kinds.size).toBeGreaterThan(100);
});

test('what speaks for an option, and what is known of it, is said in Spanish', () => {
  check(matter, ({ families, options, trip }) => {
    for (const { id, text, price, days } of options) {
      const option = {
        optionId: id,
        text,
        price,
        days: days && [...days],
        details: 'open 10:00-18:00, closed on Mondays; vegetarian, nut-free; not halal; has some steps; from age 6',
        aiGenerated: true,
      };
      for (const said of [whyForAll(option, families, trip), ...families.map((one) => whyForFamily(option, one))])
        if (said !== undefined) expect(reasons.phrases(said)).not.toMatch(ENGLISH);
    }
  });
  expect(
    reasons.details(
      'A quiet house by the river; open 10:00-18:00, closed on Mondays; EUR 90 a night a room; takes about 1.5 hours; rated 4.6 of 5; booked already',
    ),
  ).toBe(
    'A quiet house by the river; abre 10:00-18:00, cierra los lunes; EUR 90 la noche por habitación; dura unas 1.5 horas; calificado con 4.6 de 5; ya está reservado',
  );
});

test('what a poll lacks is said in Spanish', () => {
  for (const category of pollCategory.options)
    for (const found of [[], ['Zoo']])
      for (const before of [true, false]) {
        const said = sayMissing(
          { category, question: '¿Cuál?' },
          {
            trip: { startDate: '2027-06-11', endDate: '2027-06-15' },
            found,
            ruledOut: [{ optionId: 'out_1', text: 'Taverna', out: 'closed on Mondays' }],
            booked: before,
            before,
          },
        );
        expect(reasons.said(said)).not.toMatch(ENGLISH);
        expect(reasons.said(said)).toContain('Taverna (cierra los lunes)');
      }
});
