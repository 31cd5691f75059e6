import type { Reply } from '../../cards/reply.ts';
import type { Words } from '../../cards/words/catalogue.ts';
import { wordsIn } from '../../cards/words/words.ts';
import type { Rejection } from '../../trips/rejection.ts';

/** A refusal in words, with the next step; in English unless a translated skill passes its words. */
export const sayRejection = (
  { reason, detail }: Rejection,
  { refusals, language }: Pick<Words, 'refusals' | 'language'> = wordsIn(),
): Reply => ({ text: refusals[reason](detail ?? ''), ...(language === 'en' ? {} : { language }) });
