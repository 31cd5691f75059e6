import { daysInEnglish } from './in-english.ts';
import { number } from './numbers.ts';

const ASKS =
  /^\s*(?:nueva |crear |crea |abre |abrir |haz |hagamos )?(?:una )?(?:encuesta|votaci[oó]n)(?: nueva)?(?: (?:de|con|para|por) (?:fechas|d[ií]as|notas|puntos|puntuaci[oó]n|orden|ordenar|preferencias?|varias(?: opciones)?))?(?: (?:sobre|de|para))?\s*[:,]?\s*|^\s*(?:votemos(?: por)?|preg[uú]ntales a todos(?: si)?|a votar)\s*[:,]?\s*/i;
const UNTIL =
  /[,;.]?\s*(?:(?:se )?(?:vota|votan|votar|voten|respondan|decidan) )?(?:hasta|antes de|a m[aá]s tardar|cierra|termina)(?: el| la)?(?: d[ií]a)?\s+([^,;?¿]{3,60})$/i;
const SECRET = /(?<=\b(?:encuesta|votaci[oó]n|voto))\s+(?:an[oó]nim[ao]|secret[ao])(?!\p{L})/iu;
const SECRET_AT_LAST = /[,;.(?]\s*(?:que sea |en )?(?:an[oó]nim[ao]|secret[ao]|secreto)[\s.)!]*$/iu;
const QUORUM =
  /[,;.(]?\s*(?:con |que (?:voten|respondan) )?(?:al menos|como m[ií]nimo|por lo menos|m[ií]nimo) (\d|una|dos|tres|cuatro|cinco|seis) (?:de las )?familias(?: (?:que )?(?:voten|respondan|contesten|tienen que (?:votar|responder)))?\)?/i;
const GROWING =
  /[,;.(]?\s*(?:y )?(?:cualquiera|todos|todas|las familias|quien quiera) (?:puede|pueden) (?:agregar|a[ñn]adir|sumar|proponer|sugerir)(?: (?:m[aá]s|otras|nuevas|sus))*(?: opciones| ideas| fechas)?\)?/i;

/** How each kind of poll is asked for, and the words that ask for it in English. */
const KINDS: readonly (readonly [RegExp, string])[] = [
  [
    /\b(?:encuesta|votaci[oó]n) (?:de|para|por) (?:fechas|d[ií]as)|(?:cu[aá]l(?:es)? de est[oa]s?|qu[eé]) (?:fechas?|d[ií]as?|fin(?:es)? de semana|semanas?|noches?)(?!\p{L}).*(?:pueden|puedes|podemos|sirven?|vienen? bien|quedan? bien)|cu[aá]ndo (?:pueden|podemos|puede) /iu,
    'date poll',
  ],
  [
    /\b(?:encuesta|votaci[oó]n) (?:de|con|para|por) (?:orden(?:ar)?|preferencias?)|^\s*orden(?:en|emos|ar|a)(?!\p{L})/iu,
    'rank poll',
  ],
  [/\b(?:encuesta|votaci[oó]n) (?:de|con|por) (?:notas|puntos|puntuaci[oó]n)/i, 'score poll'],
  [/\b(?:encuesta|votaci[oó]n) (?:de|con|para) varias/i, 'pick several'],
];

const options = (words: string): string => words.replace(/,?\s+(?:o|u)\s+/g, ' or ');
const capital = (words: string): string =>
  words.replace(/^(¿?)(\p{Ll})/u, (_, mark: string, letter: string) => `${mark}${letter.toUpperCase()}`);

/** The options behind a question that has its marks. */
const asWritten = (wish: string): string => {
  const parts = wish.split(/(?<=\?)/);
  const last = parts.length > 1 ? parts.pop() : undefined;
  const asked = last === undefined ? options(parts.join('')) : `${parts.join('')}${options(last)}`;
  return capital(asked.includes('?') && !asked.includes('¿') ? `¿${asked.trim()}` : asked.trim());
};

/** `la cena: pizza o sushi`, `qué hacemos, playa o museo`, `playa o museo`: the question in its marks, then the options. */
const asQuestion = (wish: string): string => {
  const { asked = wish, rest = / (?:o|u) /.test(wish) ? wish : '' } =
    /^(?<asked>[^:\n]+):(?!\d)\s*(?<rest>\S.*)$/s.exec(wish)?.groups ??
    /^(?<asked>(?:qu[eé]|d[oó]nde|ad[oó]nde|cu[aá]ndo|cu[aá]l(?:es)?|qui[eé]n(?:es)?|c[oó]mo)(?!\p{L})[^,]*),\s*(?<rest>\S.* (?:o|u) .*)$/isu.exec(
      wish,
    )?.groups ??
    {};
  return `¿${capital(asked.replace(/^¿/, '').trim())}? ${options(rest)}`.trim();
};

/** A Spanish wish for a poll in the form of an English one: the question and the options stay as they are. */
export const asPoll = (text: string): string => {
  const secret = SECRET.test(text) || SECRET_AT_LAST.test(text);
  const least = QUORUM.exec(text)?.[1]?.toLowerCase();
  const growing = GROWING.test(text);
  const plain = text
    .replace(SECRET_AT_LAST, (said) => (said.startsWith('?') ? '?' : ''))
    .replace(SECRET, '')
    .replace(QUORUM, '')
    .replace(GROWING, '');
  const closing = UNTIL.exec(plain);
  const by = closing?.[1] === undefined ? undefined : daysInEnglish(closing[1]);
  const rest = closing && by !== undefined ? plain.slice(0, closing.index) : plain;
  const kind = KINDS.find(([pattern]) => pattern.test(rest))?.[1] ?? 'poll';
  const wish = rest.replace(ASKS, '').trim();
  const question = /\?/.test(wish) || kind === 'rank poll' ? asWritten(wish) : asQuestion(wish);
  const terms = [
    least !== undefined && `at least ${number(least)} families`,
    growing && 'anyone can add options',
    by !== undefined && `by ${by}`,
  ].filter((one) => one !== false);
  return [`${secret ? 'anonymous ' : ''}${kind}: ${question}`, ...terms].join(', ');
};
