import { mealIn } from './plan-edits/parts.ts';

/** What is asked of the plan that one line answers. */
export interface PlanQuestion {
  /** A meal, or what the day begins with. */
  readonly of: 'breakfast' | 'lunch' | 'dinner' | 'start';
}

const MOST = 200;
/** `where are we having dinner`, `what time's lunch on sunday`, `dinner when`. */
const MEALS =
  /^(?:(?:hi|hey|so|and|ok|sorry)[, ]+)*(?:where|when|what time|at what time|which restaurant)(?:['’]?s| is| are| do| did| will| does)?\b(?!.*\b(?:open|close|serve[ds]?|included?|cost|book|vote|poll)\b).{0,40}\b(?:breakfast|lunch|dinner|supper|eat|eating)\b/i;
/** `when do we leave tomorrow`, `what time do we have to get up on sunday`. */
const STARTS =
  /^(?:(?:hi|hey|so|and|ok|sorry)[, ]+)*(?:when|what time|at what time|how early)\b.{0,20}\b(?:we|it|the day|everyone|everybody)\b.{0,20}\b(?:start|begin|leave|set off|set out|get up|get going|head out|go out|have to be ready|be ready)\b/i;
/** Of a way that is booked the papers tell. */
const OF_A_WAY =
  /\b(?:hotel|airport|flight|plane|train|ferry|bus|boat|tour|check|home|port|station|house|apartment)\b/i;

const COMIDAS =
  /^[¿\s]*(?:(?:y|oye|hola|entonces)[, ]+)*(?:en )?(?:d[oó]nde|a qu[eé] hora|cu[aá]ndo|qu[eé] restaurante)(?!.*(?:abre|cierra|sirven|incluid|cuesta|reserv|vot|encuesta)).{0,30}(?<!\p{L})(desayun|almor|almuerz|com(?:emos|er|ida)|cen(?:a|amos|ar|emos)(?!\p{L}))/iu;
const SALIDA =
  /^[¿\s]*(?:(?:y|oye|hola|entonces)[, ]+)*(?:a qu[eé] hora|cu[aá]ndo)(?!\p{L}).{0,25}(?<!\p{L})(?:salimos|empezamos|empieza el d[ií]a|partimos|nos (?:vamos|levantamos)|(?:hay|tenemos) que (?:salir|levantar\p{L}+|estar listos))(?!\p{L})/iu;
const DE_CAMINO =
  /(?<!\p{L})(?:hotel|aeropuerto|vuelo|avi[oó]n|tren|ferry|autob[uú]s|barco|casa|puerto|estaci[oó]n)(?!\p{L})/iu;
const mealOf = (said: string): PlanQuestion['of'] => {
  const word = said.toLowerCase();
  return word.startsWith('desayun') ? 'breakfast' : word.startsWith('cen') ? 'dinner' : 'lunch';
};

/** The question of the plan that words ask; nothing when they ask none that a line answers. */
export const readPlanQuestion = (message: string): PlanQuestion | undefined => {
  const text = message.trim().slice(0, MOST);
  if (MEALS.test(text)) return { of: mealIn(text) ?? (/\b(?:noon|midday)\b/i.test(text) ? 'lunch' : 'dinner') };
  const comida = COMIDAS.exec(text)?.[1];
  if (comida !== undefined) return { of: mealOf(comida) };
  if (SALIDA.test(text) && !DE_CAMINO.test(text)) return { of: 'start' };
  return STARTS.test(text) && !OF_A_WAY.test(text) ? { of: 'start' } : undefined;
};
