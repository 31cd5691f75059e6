import { inSpanish, type Sentence } from './planner-sentences.ts';
import { RULES, WITHOUT_RULES } from './rule-sentences.ts';

const MONEY = '[A-Z]{3} [\\d,.]*\\d|\\d+';

/** One thing that would be given up, or raised, so that a plan can be made. */
const GIVEN: readonly Sentence[] = [
  ...WITHOUT_RULES,
  [/^raise that family's own limit$/, () => 'subir el límite de esa familia'],
  [new RegExp(`^raise the budget by (${MONEY})$`), (sum) => `subir el presupuesto en ${sum}`],
  [/^raise the budget$/, () => 'subir el presupuesto'],
  [/^finding your own way from (.+) to (.+)$/, (from, to) => `que ustedes busquen cómo ir de ${from} a ${to}`],
  [/^finding your own beds in (.+)$/, (city) => `que ustedes busquen dónde dormir en ${city}`],
  [/^(.+) instead of (.+)$/, (stays = '', other) => `${stays.split(' and ').join(' y ')} en vez de ${other}`],
  [/^without (.+)$/, (what) => `sin ${what}`],
];
const isGiven = (words: string): boolean => GIVEN.some(([english]) => english.test(words));

/** The pieces that `A and B` is made of, where names may hold an "and" of their own; the whole where it cannot be told. */
const piecesOf = (words: readonly string[]): readonly string[] | undefined => {
  if (words.length === 0) return [];
  for (let count = 1; count <= words.length; count += 1) {
    const first = words.slice(0, count).join(' and ');
    const rest = isGiven(first) ? piecesOf(words.slice(count)) : undefined;
    if (rest) return [first, ...rest];
  }
  return undefined;
};

/** A change that would make a plan possible, with what everything then costs: `without Zoo and with flying: EUR 940`. */
export const changeInSpanish = (label: string): string => {
  const [, what = label, total] = new RegExp(`^(.+?)(?:: (${MONEY}))?$`).exec(label) ?? [];
  const pieces = piecesOf(what.split(' and ')) ?? [what];
  return `${pieces.map((one) => inSpanish(one, GIVEN)).join(' y ')}${total === undefined ? '' : `: ${total}`}`;
};

const REASONS: readonly Sentence[] = [
  [
    /^Nothing I know of makes a trip like that(?: with (.+))?, at any price\.$/,
    (rules) =>
      `Nada de lo que conozco da para un viaje así${rules === undefined ? '' : ` (${rulesInSpanish(rules)})`}, a ningún precio.`,
  ],
  [
    new RegExp(`^The least a trip like that costs is (${MONEY}), and the budget is (${MONEY})\\.$`),
    (least, budget) => `Lo mínimo que cuesta un viaje así son ${least}, y el presupuesto es de ${budget}.`,
  ],
  [
    new RegExp(`^What is settled comes to (${MONEY}), and the budget is (${MONEY})\\.$`),
    (sum, budget) => `Lo que ya está decidido suma ${sum}, y el presupuesto es de ${budget}.`,
  ],
  [
    new RegExp(`^The least a trip like that costs is (${MONEY}), which is more than one family can spend\\.$`),
    (least) => `Lo mínimo que cuesta un viaje así son ${least}, más de lo que puede gastar una familia.`,
  ],
  [
    new RegExp(`^What is settled comes to (${MONEY}), which is more than one family can spend\\.$`),
    (sum) => `Lo que ya está decidido suma ${sum}, más de lo que puede gastar una familia.`,
  ],
  [
    /^I need the first and the last day of the trip before I can plan it\. When do you travel\?$/,
    () => 'Para planear el viaje me faltan el primer y el último día. ¿Cuándo viajan?',
  ],
  [
    /^Something went wrong on my side and I could not make the plan\. Nothing is lost: say PLAN and I try again\.$/,
    () => 'Algo falló de mi lado y no pude hacer el plan. No se perdió nada: escribe PLANEAR y lo intento otra vez.',
  ],
];
const NO_HELP = ' I found no small change that would help.';
const HELP = ' The smallest changes that would fit: ';

/** The rules of a trip, one after another. */
export const rulesInSpanish = (rules: string): string =>
  rules
    .split(', ')
    .map((one) => inSpanish(one, RULES))
    .join(', ');

/** Why no plan fits, with what would help. */
export const refusalInSpanish = (why: string): string => {
  if (why.endsWith(NO_HELP))
    return `${inSpanish(why.slice(0, -NO_HELP.length), REASONS)} No encontré ningún cambio pequeño que ayude.`;
  const [reason = why, help] = why.split(HELP, 2);
  if (help === undefined) return inSpanish(reason, REASONS);
  const changes = help
    .replace(/\.$/, '')
    .split(/ (?=\d\) )/)
    .map((one) => one.replace(/^(\d\) )(.+)$/, (_, number: string, label: string) => number + changeInSpanish(label)));
  return `${inSpanish(reason, REASONS)} Los cambios más pequeños con los que cabría: ${changes.join(' ')}.`;
};
