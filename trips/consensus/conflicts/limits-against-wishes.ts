import { listed } from '../../listed.ts';
import type { Breach, Constraint } from '../constraints.ts';
import type { ConsensusFamily } from '../facts.ts';
import { type Checked, feasible, sayBreaches } from '../feasible.ts';
import { capital, sayFamilies } from '../speak.ts';
import { wanting } from '../wishes.ts';
import type { Conflict, ConflictType, Matter } from './conflict.ts';

const TYPES: Readonly<Record<Constraint, ConflictType>> = {
  budget: 'budget_mismatch',
  dates: 'dates',
  diet: 'diet',
  mobility: 'mobility',
  ages: 'ages',
};

/**
 * An option that some families want and another cannot have; when nothing on the list can be had by all, every option
 * that somebody's limit rules out.
 */
export const limitsAgainstWishes = ({ checked, families, wishes }: Matter): readonly Conflict[] => {
  const nothing = checked.length > 0 && feasible(checked).length === 0;
  return checked.flatMap((one) => {
    const wanted = wanting(one.option, families, wishes);
    return [...Map.groupBy(one.breaches, ({ constraint }) => constraint)].flatMap(([constraint, breaches]) => {
      const limited = new Set(breaches.flatMap(({ familyId }) => familyId ?? []));
      const others = wanted.filter(({ family }) => !limited.has(family.id));
      if (others.length === 0 && !nothing) return [];
      return [conflict(one, TYPES[constraint], breaches, others)];
    });
  });
};

const conflict = (
  { option }: Checked,
  type: ConflictType,
  breaches: readonly Breach[],
  wanted: readonly { readonly family: ConsensusFamily; readonly open: boolean }[],
): Conflict => {
  const open = wanted.filter((one) => one.open).map(({ family }) => family);
  const who = open.length > 0 ? `${sayFamilies(open)} want ${option.text}` : `${option.text} is wished for`;
  const limited = [...new Set(breaches.flatMap(({ familyId }) => familyId ?? []))];
  const own = limited.map((familyId) => {
    const says = breaches.filter((breach) => breach.familyId === familyId).map((breach) => breach.says);
    return [familyId, `${option.text}: ${listed(says)}.`] as const;
  });
  return {
    type,
    details: `${capital(wanted.length > 0 ? who : option.text)}${wanted.length > 0 ? ', but it is' : ' is'} ${listed(sayPublicly(breaches))}.`,
    involvedFamilies: [...new Set([...open.map(({ id }) => id), ...limited])],
    openly: open.map(({ id }) => id),
    relatedOptions: [option.id],
    own: Object.fromEntries(own),
  };
};

/** After `it is`: a limit of the trip is a clause of its own. */
const sayPublicly = (breaches: readonly Breach[]): readonly string[] =>
  sayBreaches(breaches).map((words) => (/^(?:not|over|on|hard)\b/.test(words) ? words : `out: ${words}`));
