import { categoryOf } from '../../trips/magic-polls/poll-wish.ts';
import type { Poll } from '../../trips/polls/poll.ts';

/** What may stand between, as what it is asked of: `the dates`, `it`. */
const OF = '(?: (?:it|that|this|things?|everything|we|they|(?:the |our |that )?[\\p{L}]+(?: poll| vote)?))?';
/** Words that ask how something stands, whatever it is, in English and Spanish; without marks. */
const HOW_IT_STANDS = new RegExp(
  `\\b(?:${[
    `how(?:s|re| is| are)?${OF} (?:looking|going|doing|standing|coming (?:along|on|in)|shaping up|getting on)`,
    `(?:how|where) (?:does|do|did)${OF} (?:look|stand|go)`,
    'how did (?:we|it|they) (?:do|go)',
    'where (?:are|do) (?:we|things)(?: stand| at)? (?:with|on|about|at|now)',
    `(?:where|how)(?:s| is| are)? (?:the |our |that )?(?:[\\p{L}]+ )?(?:polls?|vot(?:e|es|ing)|ranking|scores?)(?: at)?`,
    'what(?:s| is| are)? (?:the |our )?(?:current )?(?:score|standings?|status|state|count|tally|latest|results?)',
    'any (?:news|updates?|answers?|replies|reply|votes?|word|progress|movement|results?)',
    '(?:who|what|which)(?: [\\p{L}]+)?(?:s| is| are)? (?:winning|ahead|leading|in (?:front|the lead)|on top)',
    '(?:did|has|have) (?:every(?:one|body)|all(?: (?:the |of the )?families)?|they(?: all)?|people|anyone|anybody)(?: already)? (?:answer(?:ed)?|vot(?:e|ed)|repl(?:y|ied)|respond(?:ed)?)',
    '(?:status|tally|standings?)',
    '(?:como|que tal) (?:va|van|vamos|anda|andan|sigue|siguen|estan?|quedo|quedamos|pinta)',
    'en que (?:va|van|vamos|quedo|quedamos|estamos)',
    '(?:alguna?|algun|hay) (?:novedad(?:es)?|noticias?|respuestas?)',
    '(?:votaron|contestaron|respondieron)(?: ya)?(?: tod[oa]s)?',
    '(?:quien|cual|que [\\p{L}]+) (?:va |van |esta )?(?:ganando|por delante|adelante)',
  ].join('|')})(?!\\p{L})`,
  'u',
);
/** Words of such a question that name nothing it is asked of. */
const IDLE = new Set(
  'how hows howre where wheres is are was does do did go we it its that this thing things everything they look looking going doing standing stand stands coming along in on shaping up getting the our a an at what whats current score standing standings status state count tally latest result results of any news update updates answer answers reply replies vote votes voting voted word progress movement who whos which winning ahead leading front lead top has have everyone everybody all families family anyone anybody people already answered replied responded respond said poll polls ballot ballots question questions with for about from to so and ok hey hi hello please pls yet now far until then today still there by us me my your tell como que tal va van vamos anda andan sigue siguen esta estan quedo quedamos pinta estamos alguna algun hay novedad novedades noticia noticias respuesta respuestas ya votaron contestaron respondieron todos todas quien cual ganando por delante adelante el la los las lo un una con de del en para y aun todavia hasta ahora entonces hoy oye hola encuesta encuestas votacion votaciones voto votos pregunta favor familias'.split(
    ' ',
  ),
);
/** Whoever is spoken to or of: no poll is meant by them, though its question speaks to them. */
const PERSONS = new Set(['you', 'yours', 'kids', 'children', 'ustedes', 'vosotros', 'ninos']);
/** What a poll of a kind is called beside its question. */
const CALLED: Readonly<Record<string, RegExp>> = {
  dates: /^(?:dates?|days?|weekends?|weeks?|fechas?|dias?|fines?|semanas?)$/,
  rank: /^(?:rank(?:ing|ings)?|order|orden)$/,
  score: /^(?:scor(?:es|ing)|ratings?|notas?|puntos)$/,
};
/** Words by which options are given, and a poll is begun. */
const GIVES_OPTIONS = /[:|]|\s(?:or|o|u)\s|\d\)|\n/;
const MOST_WORDS = 14;
const SHORTEST_STEM = 4;

const plain = (text: string): string =>
  text.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '').replace(/['’`]/g, '').replace(/\s+/g, ' ');
const wordsOf = (text: string): readonly string[] => plain(text).match(/[\p{L}\p{N}]+/gu) ?? [];
const stem = (word: string): string => (word.length > SHORTEST_STEM ? word.replace(/(?:es|s|ing)$/, '') : word);

type Asked = Pick<Poll, 'question' | 'options' | 'kind'>;

/** Whether words name a poll: by its kind, by words of its question and options, or by what it is about. */
const isAbout = ({ question, options, kind = 'choice' }: Asked, about: readonly string[]): boolean => {
  const own = new Set(
    [question, ...options.map(({ text }) => text)]
      .flatMap(wordsOf)
      .filter((word) => !PERSONS.has(word))
      .map(stem),
  );
  // `cena` of `¿Dónde cenamos?`.
  const begins = (word: string): boolean =>
    word.length >= SHORTEST_STEM && [...own].some((one) => one.startsWith(word));
  const names = (word: string): boolean => CALLED[kind]?.test(word) === true || own.has(stem(word)) || begins(word);
  const category = categoryOf(about.join(' '));
  const alike = category !== undefined && category === categoryOf(question);
  return (
    about.every(names) ||
    (alike && about.length <= 2) ||
    (about.some(names) && about.filter(names).length * 2 > about.length)
  );
};

/**
 * The polls of which words ask how they stand: those that are named, or all where nothing is named. Nothing when it is
 * asked of something else (`how is the weather looking`), or not at all.
 */
export const askedHowTheyStand = <P extends Asked>(polls: readonly P[], text: string): readonly P[] | undefined => {
  const words = wordsOf(text);
  if (words.length > MOST_WORDS || GIVES_OPTIONS.test(text) || !HOW_IT_STANDS.test(plain(text))) return undefined;
  const about = words.filter((word) => !IDLE.has(word));
  const meant = about.length === 0 ? polls : polls.filter((poll) => isAbout(poll, about));
  return meant.length > 0 ? meant : undefined;
};
