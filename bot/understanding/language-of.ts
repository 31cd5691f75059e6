import type { Language } from '../../trips/language.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Words that stand in nearly every sentence of one language and in none of the other; names are made of others. */
const TELLING: Readonly<Record<Language, ReadonlySet<string>>> = {
  en: words(
    'the is are was were what when where which who why how do does did can could would should will have has had we you they our your my this that there and or of with for from not please thanks thank want need like about it its i us',
  ),
  es: words(
    'lunes martes miércoles jueves viernes domingo hoy que qué es está estamos cuando cuándo donde dónde cual cuál cuáles quien quién quienes quiénes como cómo cuanto cuánto cuantos cuántos cuántas cuesta por porque para con sin una uno unos unas nos nuestro nuestra nuestros nuestras somos soy tengo tenemos tiene tienen hay quiero queremos puedo puedes podemos vamos viaje viajar vacaciones escapada enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre familia familias niños adultos favor pero también ya muy les te esto esta ese esa eso mañana hoy hasta desde votamos votemos voto encuesta dame tus sus qué',
  ),
};
/** Words of Spanish that stand in names as well, and count for less. */
const LIGHT = words('el la los las de del al en un mi mis se lo le a o y ver');
const ACCENTED = /[áéíóúñ]/;
/** From so many words a language is plain; light ones count half, and so much more than the other's there must be. */
const PLAIN = 1.5;
const TWO_WORDS = /\p{L}\P{L}+\p{L}/u;
const MORE = 2;
/** A word with which somebody begins in Spanish; English has none that Spanish speakers do not text as well. */
const GREETS =
  /^[¡¿\s]*(?:hola+|buen[oa]s(?: (?:d[ií]as|tardes|noches))?|ayuda|(?:much[ao]s |much[ií]simas )?gracias|unirme|demostraci[oó]n|nuevo viaje|encuesta|resultados|por favor|s[ií] por favor|empezar)(?!\p{L})/iu;

/** `4-8 mayo`, `en junio`: a month in Spanish, dated. */
const DATED =
  /(?:\d (?:de )?|(?<!\p{L})(?:en|de|para) )(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|sep?tiembre|octubre|noviembre|diciembre)(?!\p{L})/iu;

/** Names are no words of a language: Las Vegas is in both. */
const wordsOf = (text: string): readonly string[] =>
  (text.normalize('NFC').match(/\p{L}+/gu) ?? [])
    .filter((word, at) => at === 0 || !/^\p{Lu}\p{Ll}/u.test(word))
    .map((word) => word.toLowerCase());

/** The language a message is plainly in; undefined for a name, a number, or a word that either may write. */
export const plainlyIn = (message: string): Language | undefined => {
  const text = message.slice(0, 500);
  if (/[¿¡]/.test(text) || GREETS.test(text) || DATED.test(text)) return 'es';
  // One alone is plain in no language; numbers and commands, half of what is texted, are none or one.
  if (!TWO_WORDS.test(text)) return undefined;
  const said = wordsOf(text);
  const english = said.filter((word) => TELLING.en.has(word)).length;
  const spanish = said.reduce((sum, word) => {
    if (TELLING.es.has(word) || (ACCENTED.test(word) && word.length > 2)) return sum + 1;
    return sum + (LIGHT.has(word) ? 0.5 : 0);
  }, 0);
  if (spanish >= PLAIN && spanish > MORE * english) return 'es';
  return english >= PLAIN && english > MORE * spanish ? 'en' : undefined;
};
