import { termsOf } from '../words/terms.ts';

/**
 * Words that say the same, so that one may stand for the other when something is said again. Far narrower than what
 * finds an answer to a question: a dog is found under pets, but what is said of dogs is not said of cats.
 */
const GROUPS = [
  ['cot', 'crib'],
  ['wi fi', 'internet', 'wireless'],
  ['parking', 'park', 'car park'],
  ['swimming pool', 'pool'],
  ['check in', 'arrival', 'arrive'],
  ['check out', 'departure', 'depart', 'leave'],
  ['leave', 'depart', 'departure', 'run', 'sail', 'set off'],
  ['price', 'cost', 'fee', 'charge', 'rate', 'fare', 'pay'],
  ['child', 'kid'],
  ['adult', 'grownup'],
  ['lift', 'elevator'],
  ['reception', 'front desk'],
  ['luggage', 'baggage'],
  ['bathroom', 'toilet', 'restroom'],
  ['cancel', 'cancellation'],
  ['booking', 'reservation', 'book', 'reserve'],
  ['push chair', 'stroller', 'buggy', 'pram'],
  ['train', 'rail'],
  ['taxi', 'cab'],
  ['metro', 'subway', 'underground'],
  ['boat', 'ship'],
  ['start', 'begin'],
  ['end', 'finish'],
  ['allowed', 'allow', 'permitted', 'permit', 'welcome'],
  ['forbidden', 'prohibited'],
  ['ahead', 'advance', 'beforehand'],
  ['reached', 'reach', 'reachable', 'accessible'],
  ['close', 'closed', 'shut'],
  ['open', 'opening', 'opens', 'opening hours', 'opening times'],
  ['ticket', 'admission', 'entry', 'entrance'],
  ['phone', 'telephone', 'call', 'ring'],
  ['address', 'located', 'location'],
  ['dish', 'meal', 'food'],
  ['hour', 'hr'],
  ['minute', 'min'],
] as const;

const groupsByStem = new Map<string, readonly number[]>();
for (const [group, words] of GROUPS.entries())
  for (const { stem } of words.flatMap(termsOf))
    groupsByStem.set(stem, [...new Set([...(groupsByStem.get(stem) ?? []), group])]);

/** Whether two stems say the same. */
export const saysTheSame = (one: string, other: string): boolean =>
  one === other || (groupsByStem.get(one)?.some((group) => groupsByStem.get(other)?.includes(group)) ?? false);

/** Stems of which one denies the other. */
export const OPPOSITES = [
  ['open', 'closed'],
  ['allowed', 'forbidden'],
  ['included', 'excluded'],
  ['indoor', 'outdoor'],
  ['upstairs', 'downstairs'],
  ['left', 'right'],
  ['north', 'south'],
  ['east', 'west'],
  ['first', 'last'],
].map(([one = '', other = '']) => [termsOf(one)[0]?.stem ?? one, termsOf(other)[0]?.stem ?? other] as const);
