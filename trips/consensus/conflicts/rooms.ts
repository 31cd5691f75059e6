import { counted } from '../speak.ts';
import type { Conflict, Matter } from './conflict.ts';

/** A stay with too few beds for everybody, or too few rooms for each family to have its own. */
export const rooms = ({ checked, families }: Matter): readonly Conflict[] => {
  const heads = families.reduce((sum, family) => sum + family.heads, 0);
  return checked.flatMap(({ option }): Conflict[] => {
    const { rooms: has, sleeps, text } = option;
    const beds = sleeps !== undefined && sleeps < heads ? `sleeps ${sleeps} of ${heads} people` : undefined;
    const few =
      has !== undefined && has < families.length
        ? `has ${counted(has, 'room')} for ${families.length} families`
        : undefined;
    if (!beds && !few) return [];
    const ids = families.map(({ id }) => id);
    return [
      {
        type: 'room_split',
        details: `${text} ${[few, beds].filter((words) => words !== undefined).join(' and ')}: ${beds ? 'somebody would sleep elsewhere' : 'some would share'}.`,
        involvedFamilies: ids,
        openly: ids,
        relatedOptions: [option.id],
        own: {},
      },
    ];
  });
};
