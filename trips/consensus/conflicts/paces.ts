import type { ConsensusFamily } from '../facts.ts';
import { capital, sayFamilies } from '../speak.ts';
import { wanting } from '../wishes.ts';
import type { Conflict, Matter } from './conflict.ts';

const WANTS = {
  slow: 'You asked for a slow pace.',
  full: 'You asked for full days.',
  steady: 'You asked for a steady pace.',
};

/** Slow families and those who want full days, in general or over one option. */
export const paces = ({ families, checked, wishes }: Matter): readonly Conflict[] => {
  const of = (pace: 'slow' | 'full'): readonly ConsensusFamily[] =>
    families.filter(({ preferences }) => preferences.pace === pace);
  const own = (some: readonly ConsensusFamily[]): Readonly<Record<string, string>> =>
    Object.fromEntries(some.map(({ id, preferences }) => [id, WANTS[preferences.pace ?? 'steady']]));
  if (checked.length === 0) {
    const apart = [...of('slow'), ...of('full')];
    if (of('slow').length === 0 || of('full').length === 0) return [];
    return [
      {
        type: 'pace',
        details: 'Families want a different pace: some slow days, some full ones.',
        involvedFamilies: apart.map(({ id }) => id),
        openly: [],
        relatedOptions: [],
        own: own(apart),
      },
    ];
  }
  return checked.flatMap(({ option }): Conflict[] => {
    const against = option.pace === 'full' ? of('slow') : option.pace === 'slow' ? of('full') : [];
    const wanted = wanting(option, families, wishes).filter(({ family }) => !against.includes(family));
    const unhappy = against.filter(
      ({ id }) => !wanting(option, families, wishes).some(({ family }) => family.id === id),
    );
    if (wanted.length === 0 || unhappy.length === 0) return [];
    const open = wanted.filter((one) => one.open).map(({ family }) => family);
    const who = open.length > 0 ? `${capital(sayFamilies(open))} want ${option.text}` : `${option.text} is wished for`;
    return [
      {
        type: 'pace',
        details: `${who}, but it is ${option.pace === 'full' ? 'a full day, too much' : 'slow going, too little'} for ${unhappy.length === 1 ? 'one family' : 'some families'}.`,
        involvedFamilies: [...open, ...unhappy].map(({ id }) => id),
        openly: open.map(({ id }) => id),
        relatedOptions: [option.id],
        own: own(unhappy),
      },
    ];
  });
};
