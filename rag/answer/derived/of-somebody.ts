import type { Evidence } from '../../retrieve/evidence.ts';
import type { PartAnswer } from '../answer-part.ts';
import { besideOf, confidence, SURE_ENOUGH } from '../confidence.ts';
import { quantitiesIn, type Unit } from '../values/quantity.ts';
import { type AskFor, type Derive, standsOn } from './derived.ts';
import { toldOf, verdictOn } from './verdict.ts';

/** What papers tell of people, and what a rule about it speaks of. */
const TOLD: readonly (readonly [Unit, RegExp | undefined])[] = [
  ['length', undefined],
  ['mass', undefined],
  ['age', /\b(?:years?|age[ds]?|under|over|child(?:ren)?|kids?|adults?|grown-?ups?|seniors?|bab(?:y|ies)|teen\w*)\b/i],
];
const ASKS_OF_RULE =
  /\b(?:can|may|could|allowed|enough|fit|fits|too|right|pay|pays|free|nothing|ticket|price|cost|costs|much|age|tall|old|heavy|ok|okay|go|do)\b|^[^ ]+(?: [^ ]+){0,4} for \p{L}+\??$/iu;

/**
 * A rule for people of some age, height or weight, beside the paper that tells it of the person who is asked about; and
 * what the one means for the other, where that is sure.
 */
export const ofSomebody: Derive = async (answer, ask) => {
  const { part, evidence, chosen } = answer;
  if (!ASKS_OF_RULE.test(part.text)) return undefined;
  const facts = TOLD.flatMap(([unit, says]) => {
    const told = toldOf(part, unit, undefined, evidence);
    return told ? [{ unit, says, ...told }] : [];
  });
  const [somebody] = facts;
  if (!somebody) return undefined;
  const isFact = ({ text }: Evidence): boolean => facts.some(({ fact }) => fact.text === text);
  const bears = (rule: Evidence): boolean => {
    const units = new Set(quantitiesIn(rule.text).map(({ unit }) => unit));
    return !isFact(rule) && facts.some(({ unit, says }) => units.has(unit) || (says?.test(rule.text) ?? false));
  };
  const found = chosen[0] && bears(chosen[0].evidence) ? answer : await askedOfAnybody(part.text, somebody.name, ask);
  const rule = found?.chosen.map(({ evidence: one }) => one).find(bears) ?? ruleByLead(found ?? answer, facts);
  if (!rule) return undefined;
  const units = new Set(quantitiesIn(rule.text).map(({ unit }) => unit));
  const fact = facts.find(({ unit }) => units.has(unit)) ?? facts.find(({ says }) => says?.test(rule.text));
  if (!fact) return undefined;
  const ruled = verdictOn(part, part.text, rule, [fact.fact]);
  return { chosen: [standsOn(rule, part.terms, ruled?.lead), standsOn(fact.fact, [])] };
};

/** That a rule is of the very measure that is known of somebody makes up for what it lacks, where it is the only one near. */
const LESS_SURE = 2.2;
const LEAD = 1.5;

const ruleByLead = (
  { part, evidence }: PartAnswer,
  facts: readonly { readonly unit: Unit; readonly fact: Evidence }[],
): Evidence | undefined => {
  const beside = besideOf(part, evidence);
  const ranked = evidence
    .filter(({ text }) => !facts.some(({ fact }) => fact.text === text))
    .map((entry) => ({ entry, sure: confidence(entry, beside) }))
    .toSorted((a, b) => b.sure - a.sure);
  const isOfIt = ({ text }: Evidence): boolean =>
    quantitiesIn(text).some(({ unit }) => facts.some((fact) => fact.unit === unit));
  const [best, next] = ranked.filter(({ entry }) => isOfIt(entry));
  const least = Math.max(SURE_ENOUGH - LESS_SURE, (next?.sure ?? -LEAD) + LEAD, (ranked[0]?.sure ?? 0) - LEAD);
  return best && best.sure >= least ? best.entry : undefined;
};

/** The same, asked of nobody in particular: what holds for all is not written of one. */
const askedOfAnybody = (text: string, name: string, ask: AskFor): Promise<PartAnswer | undefined> =>
  ask(
    text.replace(
      new RegExp(`(?<![\\p{L}])(?:aunt |uncle |grandma |granny |little )?${name}(?![\\p{L}])(?:['’]s)?`, 'giu'),
      'one',
    ),
  );
