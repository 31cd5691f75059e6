import { descriptionOf } from '../../retrieve/entry.ts';
import type { Check } from './check.ts';

/** It only says what the thing is whose hours, price or rule is asked: "Tile museum, indoor". */
export const ofItsNameAlone: Check = ({ kind }, { passage, unit, text, fits }) =>
  kind !== 'open' &&
  unit === 0 &&
  descriptionOf(passage.heading, passage.units) === text &&
  fits.some(({ term, aside, known, own, above }) => term.weight === 1 && !aside && known && Math.max(own, above) === 0);
