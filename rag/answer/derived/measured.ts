import type { Evidence } from '../../retrieve/evidence.ts';
import { termsOf } from '../../words/terms.ts';
import { quantitiesIn, type Unit } from '../values/quantity.ts';
import { type Derive, standsOn } from './derived.ts';
import { askedValue, verdictOn } from './verdict.ts';

const MEASURES: readonly Unit[] = ['length', 'mass'];
/** Of what is asked this much must be in a sentence, or above it. */
const MET = 0.7;
/** "Our van" of "will our van fit in the garage" need not be spoken of where the garage is. */
const FITS = /\b(?:fits?|pass(?:es)?|go(?:es)?|get|enter|drive|come)\b(?<into>.+)$/i;

/** A height, length or weight that the asker tells, held against the one rule of that measure: of the thing that is asked about, or right behind what speaks of it. */
export const measured: Derive = async ({ part, evidence, chosen }) => {
  if (part.kind !== 'yes-no') return undefined;
  const unit = MEASURES.find((one) => askedValue(part.whole, one) !== undefined);
  const isRule = ({ text }: Evidence): boolean => quantitiesIn(text).filter((one) => one.unit === unit).length === 1;
  if (unit === undefined || (chosen[0] && isRule(chosen[0].evidence))) return undefined;
  const asked = part.terms.filter((term) => term.weight === 1 && !term.names && !term.whom);
  const into = new Set(termsOf(FITS.exec(part.text)?.groups?.into ?? '').map(({ stem }) => stem));
  const things = asked.some(({ stem }) => into.has(stem)) ? asked.filter(({ stem }) => into.has(stem)) : asked;
  const isOfIt = ({ fits }: Evidence): boolean =>
    things.length > 0 &&
    things.every(({ stem }) => fits.some((fit) => fit.term.stem === stem && Math.max(fit.own, fit.above) >= MET));
  for (const one of evidence.filter(isOfIt)) {
    const next = evidence.find(({ passage, unit: at }) => passage === one.passage && at === one.unit + 1);
    const rule = [one, next].find((entry) => entry !== undefined && isRule(entry));
    const ruled = rule && verdictOn(part, part.whole, rule, []);
    if (rule && ruled)
      return { chosen: [{ ...standsOn(rule, part.terms, ruled.lead), lead: rule === one ? undefined : one.text }] };
  }
  return undefined;
};
