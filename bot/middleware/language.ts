import { wordsIn } from '../../cards/words/words.ts';
import { languageOfLocale } from '../../trips/language.ts';
import type { Middleware } from '../turn.ts';
import { plainlyIn } from '../understanding/language-of.ts';

/**
 * Settles what is spoken in this turn: what the person has asked for; else the language this message is plainly in; else
 * what was spoken here before; else what the sender's client is set to. A group has its own language, whoever speaks.
 */
export const language = (): Middleware => (turn, next) => {
  const { incoming, person, session } = turn;
  const wanted = incoming.group ? undefined : person?.language;
  const spoken = wanted ?? plainlyIn(incoming.text) ?? session.language ?? languageOfLocale(incoming.locale) ?? 'en';
  turn.words = wordsIn(spoken);
  if (spoken !== (session.language ?? 'en') || (spoken === 'en' && languageOfLocale(incoming.locale) === 'es'))
    turn.session = { ...session, language: spoken };
  return next();
};
