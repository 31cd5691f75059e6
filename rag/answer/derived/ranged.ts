import type { Evidence } from '../../retrieve/evidence.ts';
import { besideOf, confidence, SURE_ENOUGH } from '../confidence.ts';
import { type Derive, standsOn } from './derived.ts';
import { rangeHolds, type ToldWhen, whenTold } from './when-told.ts';

/** Of these kinds a rule for some time answers, whatever the very time is that is asked. */
const RULED: ReadonlySet<string> = new Set(['yes-no', 'case', 'money', 'open', 'reason']);
/** That a rule is for the very time that is asked about makes up for what it lacks. */
const LESS_SURE = 1.2;
/** A rule that keeps to its time says no to another, where it is asked whether. */
const ONLY = /\bonly\b|\blatest\b/i;
const NOT_SO_SURE = 0.4;
/** Whoever is somewhere at a time arrives then. */
const BEING_THERE = /\b(?:(?:only |just )?(?:get|be|are|show up|turn up|land|come)(?: there| here| in)?)(?= *$)/i;
/** What led to the time that was told. */
const LEFT_OPEN =
  /\b(?:(?:not |only |just )?(?:at|in|on|by|around|about|after|before|from|until|till|past|already|even|as late as))\s*(?=[,?.]|$)/giu;

/** A time that the asker tells ("at 2 am", "45 days before", "in august"), held against the ranges of the papers: the rule whose range holds it. */
export const ranged: Derive = async ({ part, chosen: [best] }, ask) => {
  const told = RULED.has(part.kind) ? whenTold(part.text) : undefined;
  if (!told) return undefined;
  const held = best && rangeHolds(best.evidence.text, told);
  // A sure answer that sets no range, or one that holds it, needs no other; one that does not says no where it is asked whether.
  if (best && (held !== false || part.kind === 'yes-no')) return undefined;
  const found = await ask(withoutTime(part.text, told));
  if (!found) return undefined;
  const beside = besideOf(found.part, found.evidence);
  const rules = found.evidence
    .flatMap((entry) => {
      const holds = rangeHolds(entry.text, told);
      return holds === undefined ? [] : [{ entry, holds, sure: confidence(entry, beside) }];
    })
    .toSorted((a, b) => b.sure - a.sure);
  const [surest] = rules;
  if (!surest || surest.sure < SURE_ENOUGH - LESS_SURE) return undefined;
  const rule =
    rules.find(({ holds, sure }) => holds && sure >= SURE_ENOUGH - LESS_SURE) ??
    rules.find(({ holds, entry }) => holds && isListedWith(entry, surest.entry)) ??
    (part.kind === 'yes-no' && ONLY.test(surest.entry.text) && surest.sure >= SURE_ENOUGH - NOT_SO_SURE
      ? surest
      : undefined);
  return rule && { chosen: [standsOn(rule.entry, found.part.terms)] };
};

/** The ranges of one list are told one under the other. */
const isListedWith = ({ passage }: Evidence, { passage: other }: Evidence): boolean =>
  passage.documentId === other.documentId && passage.heading === other.heading && passage.page === other.page;

/** The same asked of any time. */
const withoutTime = (question: string, { text, of }: ToldWhen): string => {
  const rest = question
    .replace(text, ' ')
    .replace(/\s+/g, ' ')
    .replace(/\s*[?.]*\s*$/, '')
    .replace(LEFT_OPEN, '')
    .trim();
  return of === 'clock' ? rest.replace(BEING_THERE, 'arrive late') : rest;
};
