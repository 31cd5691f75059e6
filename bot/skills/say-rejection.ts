import type { Reply } from '../../cards/reply.ts';
import type { Words } from '../../cards/words/catalogue.ts';
import type { Rejection } from '../../trips/rejection.ts';

/** A refusal in words, with the next step. */
export const sayRejection = (
  { reason, detail }: Rejection,
  { refusals, language }: Pick<Words, 'refusals' | 'language'>,
): Reply => ({ text: refusals[reason](detail ?? ''), ...(language === 'en' ? {} : { language }) });
