import type { Gateway } from '../../llm/gateway.ts';
import type { Citation } from '../../trips/documents/citation.ts';
import type { Chosen } from '../answer/chosen.ts';
import { HIDDEN_MARK } from '../ingest/block.ts';
import type { Answer, Question } from '../library.ts';
import type { Evidence } from '../retrieve/evidence.ts';
import { stretchesOf } from '../search-index.ts';
import type { Sentence } from './sentences-so-far.ts';
import type { Quoted } from './spotlight.ts';
import { word } from './word.ts';

/** What was found for one part of a question: what the composer chose, and all it chose from, best first. */
export interface FoundPart {
  readonly chosen: readonly Chosen[];
  readonly evidence: readonly Evidence[];
}

/** Passages a model is shown, at most; of each part as many. */
const MOST_QUOTED = 10;
const MOST_OF_A_PART = 5;

interface Shown {
  readonly quoted: Quoted;
  readonly evidence: Evidence;
}

/** What is said, and what it is said from. */
interface Told {
  readonly text: string;
  readonly evidence: readonly Evidence[];
}

/**
 * The composed answer in a model's words: from the same evidence, each sentence checked against what it cites. Where the
 * model says nothing of a part that was answered, the document's own sentence is told; where nothing it says holds, or no
 * model answers, it is the composed answer. Where nothing was sure, the model reads the lines that stand nearest; what it
 * makes of them is an answer, and where it makes nothing it stays with those lines.
 */
export const wordedAnswer =
  (models: Gateway, { text, scope, asker, onText }: Question) =>
  async (parts: readonly FoundPart[], composed: Answer): Promise<Answer> => {
    if (asker === undefined || (!composed.found && !composed.nearest)) return composed;
    const shown = shownFrom(parts);
    const byId = new Map(shown.map((one) => [one.quoted.id, one.evidence]));
    const toldBy = (sentences: readonly Sentence[]): readonly Told[] =>
      sentences.map(({ text: said, passages }) => ({
        text: said,
        evidence: passages.flatMap((id) => byId.get(id) ?? []),
      }));
    const { sentences, degradation } = await word(models, {
      question: text,
      quoted: shown.map(({ quoted }) => quoted),
      feature: 'answers',
      onBehalf: { userId: asker, tripId: scope.tripId, readers: scope.familyId ?? 'group' },
      onChecked: onText && ((so) => onText(cited(toldBy(so)).text)),
    });
    // Where there is no model in the settings, nothing is missing.
    const less = degradation && degradation.reason !== 'off' ? { degradation } : {};
    if (sentences.length === 0) return { ...composed, ...less };
    const told = toldBy(sentences);
    if (!composed.found) return { found: true, ...cited(told), ...less };
    const answer = cited([...told, ...untold(parts, told)]);
    return { ...composed, ...answer, ...less };
  };

/** The evidence that a model is shown: what was chosen first, hidden text never. */
const shownFrom = (parts: readonly FoundPart[]): readonly Shown[] => {
  const picked = new Map<Evidence, string>();
  for (const { chosen, evidence } of parts) {
    if (chosen.length === 0) continue;
    const own = new Map(chosen.map(({ evidence: entry, lead }) => [entry, lead === undefined ? '' : `${lead} `]));
    for (const entry of [...own.keys(), ...evidence].slice(0, MOST_OF_A_PART + own.size)) {
      const [visible = ''] = entry.text.split(HIDDEN_MARK);
      const known = [...picked.keys()].some((one) => sameUnit(one, entry));
      if (visible.trim() !== '' && !known) picked.set(entry, `${own.get(entry) ?? ''}${visible}`);
    }
  }
  return [...picked].slice(0, MOST_QUOTED).map(([evidence, text], position) => ({
    evidence,
    quoted: { id: `p${position + 1}`, text, under: underOf(evidence) },
  }));
};

const sameUnit = (one: Evidence, other: Evidence): boolean =>
  one.passage.documentId === other.passage.documentId &&
  one.passage.ordinal === other.passage.ordinal &&
  one.unit === other.unit;

const underOf = ({ passage: { document, heading } }: Evidence): string =>
  heading === undefined ? document : `${document} > ${heading}`;

/** The best sentence of each answered part from which nothing is told yet. */
const untold = (parts: readonly FoundPart[], told: readonly Told[]): readonly Told[] =>
  parts.flatMap(({ chosen }) => {
    const [best] = chosen;
    if (
      !best ||
      chosen.some(({ evidence }) => told.some((one) => one.evidence.some((other) => sameUnit(other, evidence))))
    )
      return [];
    return [{ text: [best.lead, best.evidence.text].filter(Boolean).join(' '), evidence: [best.evidence] }];
  });

/** Sentences with their [n] marks, and the citations behind those: one for each page that something is from. */
const cited = (told: readonly Told[]): { readonly text: string; readonly citations: readonly Citation[] } => {
  const sources: { readonly passage: Evidence['passage']; readonly units: Evidence[] }[] = [];
  const sentences = told.map(({ text, evidence }) => {
    const numbers = evidence.map((entry) => {
      const { documentId, page } = entry.passage;
      const at = sources.findIndex(({ passage }) => passage.documentId === documentId && passage.page === page);
      const known = sources[at];
      if (!known) return sources.push({ passage: entry.passage, units: [entry] });
      if (!known.units.some((unit) => sameUnit(unit, entry))) known.units.push(entry);
      return at + 1;
    });
    const marks = [...new Set(numbers)].map((n) => `[${n}]`).join('');
    const stop = /[.!?…]$/.exec(text)?.[0] ?? '';
    return `${text.slice(0, text.length - stop.length)} ${marks}${stop || '.'}`;
  });
  const citations = sources.map(({ passage: { documentId, document, page, kind }, units }, position): Citation => {
    const spans = units.flatMap(({ span, passage }) => (passage.kind === undefined ? stretchesOf(span) : []));
    return {
      n: position + 1,
      documentId,
      document,
      page,
      quote: units.map(({ text }) => text).join(' … '),
      spans: spans.length > 0 ? spans : undefined,
      kind,
    };
  });
  return { text: sentences.join(' '), citations };
};
