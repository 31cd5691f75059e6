import { own } from '../../trips/own.ts';

/** What one word of an answer to a poll does; words not listed say something else. */
export type AnswerWord =
  | 'yes'
  | 'maybe'
  | 'no'
  | 'all'
  | 'both'
  | 'any'
  | 'none'
  | 'but'
  | 'except'
  | 'only'
  | 'also'
  | 'first'
  | 'filler';

/** Days of the week as they are cut short. */
const DAYS: Readonly<Record<string, string>> = {
  ...{ mon: 'monday', tue: 'tuesday', tues: 'tuesday', wed: 'wednesday', weds: 'wednesday', thu: 'thursday' },
  ...{ thur: 'thursday', thurs: 'thursday', fri: 'friday', sat: 'saturday', sun: 'sunday' },
};
/** A word of lower case; a day of the week that is cut short is written out. */
export const writtenOut = (word: string): string => own(DAYS, word) ?? word;

const LISTED: Readonly<Record<AnswerWord, string>> = {
  yes: 'yes yep yeah yup works work suits suit fits fit fine good great perfect ok okay can could possible free available love loves like likes prefer prefers preferred best favourite favorite happy better ideal vote votes voting choose chose pick picks want wants take si sirve sirven viene vienen queda quedan bien podemos puedo podriamos perfecto genial gusta gustan encanta encantan prefiero preferimos queremos quiero elegimos elijo voto votamos mejor vale posible libres',
  maybe: 'maybe perhaps possibly probably quiza quizas',
  no: 'no not nope cant cannot couldnt dont doesnt wont wouldnt isnt arent never neither nor hate hates impossible tampoco ni nunca imposible',
  all: 'all everything every each todo todos todas toda',
  both: 'both ambos ambas',
  any: 'any either anything whichever cualquiera cualquier',
  none: 'none ninguno ninguna',
  but: 'but pero',
  except: 'except excluding minus without excepto salvo menos sin',
  only: 'only just rather instead actually changed switch solo solamente unicamente cambie cambiamos cambio',
  also: 'also too tambien',
  first: 'then luego despues',
  filler:
    'i we us our ours my me our family families the a an to for with of on in and or is are be do does did that those these them it its one ones option options choice number place places thing go going would wed id well ill im were weve really definitely oh so ok hi hey please pls thanks thx as at by now think thinking still say said mean meant sorry lets change make put mind minds have has had get will shall though honestly from el la los las lo de del al a e y o u un una por para en con nos nosotros nuestra nuestro nuestros familia me mi es son seria va van opcion numero gracias favor que opinion perdon digo mas bien eso esa ese esas esos esta este mejor vamos iria iriamos haria',
};

const WORDS: ReadonlyMap<string, AnswerWord> = new Map(
  (Object.entries(LISTED) as readonly (readonly [AnswerWord, string])[])
    .toReversed()
    .flatMap(([does, words]) => words.split(' ').map((word) => [word, does] as const)),
);

/** What a date is called: said of an option only where dates are asked for. */
const OF_DATES = new Set(
  'weekend weekends week weeks date dates day days fin fines semana semanas fecha fechas dia dias'.split(' '),
);

export const answerWord = (word: string, ofDates = false): AnswerWord | undefined =>
  ofDates && OF_DATES.has(word) ? 'filler' : WORDS.get(word);

/** Several words that do what one does. */
const SAYINGS: readonly (readonly [RegExp, string])[] = [
  [
    /\b(?:if (?:need be|needed|necessary|we must|we have to)|at a (?:push|pinch)|tal vez|a lo mejor|si (?:hace falta|es necesario|no hay de otra))\b/g,
    ' maybe ',
  ],
  [/\b(?:apart from|other than|except for|aparte de|a excepcion de)\b/g, ' except '],
  [/\b(?:instead of|rather than|en vez de|en lugar de)\b/g, ' , not '],
  [/\b(?:as well|de acuerdo)\b/g, ' also '],
  [/\b(?:we|us|you) all\b|\ball of us\b|\b(?:nos|a) tod[oa]s\b|\bthats all\b/g, ' us '],
  [/\b(?:both|all) (?:of )?(?:the )?(?:two|2|three|3|four|4|five|5)\b(?! \p{L}+day)/gu, ' all '],
  [/\b(?:los|las) dos\b(?! (?:primer|ultim))/g, ' both '],
  [/\b(?:no good|not (?:so )?(?:good|great|keen(?: on)?))\b/g, ' not '],
  [/\bcan (?:not|t)\b/g, ' cannot '],
  [/\b(?:ahead of|before|over|antes (?:de|que))\b/g, ' then '],
];

/** Words of an answer to compare: lower case, without marks, and with those sayings as one word. */
export const answerText = (text: string): string =>
  SAYINGS.reduce(
    (words, [said, meant]) => words.replace(said, meant),
    text
      .toLowerCase()
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .replace(/['’`]/g, '')
      .replace(/[–—]/g, '-')
      .replace(/\s+/g, ' '),
  );
