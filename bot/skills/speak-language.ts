import { z } from 'zod';
import { type Language, language } from '../../trips/language.ts';
import { chooseLanguage } from '../../trips/people/choose-language.ts';
import { sayRejection } from './say-rejection.ts';
import { skill } from './skill.ts';

const SPANISH = /\b(?:spanish|espa[nñ]ol|castellano)\b/i;
const ENGLISH = /\b(?:english|ingl[eé]s)\b/i;

/** The language that is named; of two, the last one: "not English, Spanish please". */
const readLanguage = (text: string): Language | undefined => {
  const [english, spanish] = [text.search(ENGLISH), text.search(SPANISH)];
  if (english < 0 && spanish < 0) return undefined;
  return spanish > english ? 'es' : 'en';
};

export const speakLanguageSkill = skill({
  name: 'speak-language',
  description: 'Speaks English or Spanish with you (háblame en español)',
  who: 'anyone',
  evenRestricted: true,
  input: z.object({ language: language.optional() }),
  commands: [
    'language',
    'idioma',
    'english',
    'spanish',
    'español',
    'in english',
    'in spanish',
    'en español',
    'en inglés',
    'speak english',
    'speak spanish',
    'english please',
    'spanish please',
  ],
  pattern:
    /^[¡¿\s]*(?:(?:can|could|will|please|puedes|puede|por favor)\b.{0,12})?\b(?:speak|talk|write|answer|reply|switch|change|h[aá]bla\w*|hablar\w*|hablemos|escr[ií]be\w*|escribir\w*|resp[oó]nde\w*|responder\w*|cambia\w*)\b.{0,25}\b(?:english|spanish|espa[nñ]ol|ingl[eé]s|castellano)\b.{0,15}$/i,
  examples: [
    'can you speak spanish with me',
    'please write to me in english',
    'i would rather read spanish',
    'which languages do you speak',
    'háblame en español',
    'prefiero que me escribas en español',
    'switch to english',
  ],
  read: (text) => ({ language: readLanguage(text) }),
  run: async (context, { language: wanted }) => {
    const { house, person, group, words } = context;
    if (wanted === undefined) {
      return {
        text: words.talk.whichLanguage,
        choices: language.options.map((one) => ({
          label: words.talk.languages[one],
          act: { skill: 'speak-language', input: { language: one } },
        })),
      };
    }
    if (person && !group) {
      const chosen = await chooseLanguage(house.records, person.id, wanted);
      if (!chosen.ok) return sayRejection(chosen, words);
      context.became(chosen.person);
    }
    const { talk } = context.speakIn(wanted);
    return { text: group ? talk.speakingInGroup : talk.speaking, language: wanted };
  },
});
