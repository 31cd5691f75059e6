import type { Words } from '../catalogue.ts';
import { GROUND } from './ground-sentences.ts';
import { inTurn } from './in-turn.ts';
import { explained } from './outcome-sentences.ts';
import { details, phrases } from './reason-phrases.ts';

export const reasons: Words['reasons'] = {
  said: (sentences) => inTurn(sentences, GROUND) ?? sentences,
  phrases,
  details,
  explained,
};
