import type { Evidence } from '../../retrieve/evidence.ts';
import { termsOf } from '../../words/terms.ts';
import { contraryOf } from './of-another.ts';

const NOBODY: ReadonlySet<string> = new Set();
const sentence = (question: string, text: string): Evidence => {
  const own = new Set(termsOf(text).map(({ stem }) => stem));
  return {
    passage: { documentId: 'd', document: 'd.txt', ordinal: 0, units: [text], spans: [[0, text.length]] },
    unit: 0,
    text,
    span: [0, text.length],
    cosine: 0.5,
    covered: 1,
    complete: true,
    coveredHere: 1,
    astray: false,
    onTopic: false,
    named: 0,
    score: 1,
    fits: termsOf(question).map((term) => ({
      term: { ...term, weight: 1, names: false, whom: false },
      aside: false,
      weight: 1,
      own: own.has(term.stem) ? 1 : 0,
      above: 0,
      beside: 0,
      around: 0,
      about: 0,
      within: 0,
      known: true,
      namedElsewhere: false,
    })),
  };
};

it.each([
  ['what does studio 9 cost', 'money', 'Studio 3 is EUR 96 a night.', 1],
  ['what does studio 9 cost', 'money', 'Studio 9 is EUR 96 a night.', 0],
  ['how much is a 21 day pass', 'money', '7 days | JPY 50,000', 1],
  ['how much is a 7 day pass', 'money', '7 days | JPY 50,000', 0],
  ['can a 5 year old come', 'yes-no', 'Not for children under 7.', 0],
] as const)('"%s" (%s) is contradicted by "%s": %s', (text, kind, told, expected) => {
  expect(contraryOf({ text, kind }, sentence(text, told), NOBODY).otherNumber).toBe(expected);
});

it.each([
  ['when is the cooking class on monday', 'clock', 'Cooking class on Sunday 24th 10:00.', 1],
  ['when is the cooking class on monday', 'clock', 'Cooking class daily at 10:00.', 0],
  ['when is the cooking class on monday', 'clock', 'Sun 24: cooking class, 10:00', 1],
  ['when is the cooking class on monday', 'clock', 'Mon 25: cooking class, 10:00', 0],
  ['when is the cooking class on monday', 'clock', 'Sun cream is sold at the cooking class, 10:00.', 0],
  ['is it open on monday', 'yes-no', 'Closed on Sundays.', 0],
] as const)('of another day: "%s" (%s), "%s": %s', (text, kind, told, expected) => {
  expect(contraryOf({ text, kind }, sentence(text, told), NOBODY).otherDay).toBe(expected);
});

it('tells of another person where it names others and not the one who is asked about', () => {
  const people = new Set(termsOf('Silke Fiete Jörg').map(({ stem }) => stem));
  const question = { text: 'what is Jörg allergic to', kind: 'open' } as const;
  const of = (told: string): number => contraryOf(question, sentence(question.text, told), people).otherPerson;
  expect(of('Allergies: Silke penicillin, Fiete wasps')).toBe(1);
  expect(of('Allergies: Jörg nuts, Fiete wasps')).toBe(0);
  expect(of('Allergies are to be told a week ahead')).toBe(0);
});
