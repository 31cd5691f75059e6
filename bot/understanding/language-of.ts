import type { Language } from '../../trips/language.ts';

/** Words that stand in nearly every sentence of one language and in none of the other; names are made of others. */
const TELLING: Readonly<Record<Language, ReadonlySet<string>>> = {
  en: new Set(
    'the is are was were what when where which who why how do does did can could would should will have has had we you they our your my this that there and or of with for from not please thanks thank want need like about it its i us'.split(
      ' ',
    ),
  ),
  es: new Set(
    'que qué es está estamos cuando cuándo donde dónde cual cuál quien quién quienes como cómo cuanto cuánto cuantos cuántos cuesta por porque para con sin una uno unos nos nuestro nuestra nuestros nuestras mi tu su sus somos soy tengo tenemos tiene hay quiero queremos puedo puedes podemos vamos viaje familia niños adultos favor y o pero también ya muy del al los las lo se le les te esto este esta ese esa eso mañana hoy hasta desde votamos voto encuesta'.split(
      ' ',
    ),
  ),
};
/** A word with which somebody begins in Spanish; English has none that Spanish speakers do not text as well. */
const GREETS =
  /^[¡¿\s]*(?:hola|buen[oa]s(?: (?:d[ií]as|tardes|noches))?|ayuda|gracias|much[ao]s gracias|unirme|demostraci[oó]n|nuevo viaje|encuesta|por favor|s[ií] por favor|empezar)\b/i;

/** Names are no words of a language: Las Vegas is in both. */
const wordsOf = (text: string): readonly string[] =>
  (text.match(/\p{L}+/gu) ?? [])
    .filter((word, at) => at === 0 || !/^\p{Lu}\p{Ll}/u.test(word))
    .map((word) => word.toLowerCase());

/** The language a message is plainly in; undefined for a name, a number, or a word that either may write. */
export const plainlyIn = (message: string): Language | undefined => {
  const text = message.slice(0, 500);
  if (/[¿¡]/.test(text) || GREETS.test(text)) return 'es';
  const words = wordsOf(text);
  const count = (language: Language): number => words.filter((word) => TELLING[language].has(word)).length;
  const [english, spanish] = [count('en'), count('es')];
  if (spanish >= 2 && spanish > 2 * english) return 'es';
  return english >= 2 && english > 2 * spanish ? 'en' : undefined;
};
