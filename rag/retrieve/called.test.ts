import { termsOf } from '../words/terms.ts';
import { calledIn } from './called.ts';

const called = (asked: string, ...texts: readonly string[]): readonly string[] => {
  const [term] = termsOf(asked);
  return term ? [...calledIn(texts)(term)] : [];
};

it.each([
  ['owner', 'between Signora Milena Rossi (owner) and the tenant', ['milena', 'rossi']],
  ['guide', 'Omar is our guide.', ['omar']],
  ['guide', 'Your guide Omar waits at the gate.', ['omar']],
  ['caretaker', 'Caretaker: Walter Prinz, 0151 555 01', ['walter', 'prinz']],
  ['grandma', 'Grandma Ilse naps at two.', ['ils']],
  ['ilse', 'Grandma Ilse naps at two.', ['grandma']],
])('%j is another word for somebody in %j', (asked, text, names) => {
  expect(called(asked, text)).toEqual(names);
});

it.each([
  ['guide', 'City guide Sevilla'],
  ['owner', 'The owner will meet you. Sunday is best.'],
  ['driver', 'The driver must be over 25.'],
])('%j is nobody in %j', (asked, text) => {
  expect(called(asked, text)).toEqual([]);
});
