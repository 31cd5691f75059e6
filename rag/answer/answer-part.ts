import type { Embeddings } from '../embed/embeddings.ts';
import { leansOnPrevious } from '../ingest/leaning.ts';
import type { ReaderScope } from '../library.ts';
import { type Evidence, goesOn, needsPrevious } from '../retrieve/evidence.ts';
import { retrieve } from '../retrieve/retrieve.ts';
import type { IndexedPassage, SearchIndex } from '../search-index.ts';
import { contraryTo } from './checks/contrary.ts';
import { isLed } from './checks/led-item.ts';
import { choose } from './choose.ts';
import type { Chosen, Ranked } from './chosen.ts';
import { SURE_ENOUGH } from './confidence.ts';
import { besideSaid, isSameUnit, type Said } from './going-on.ts';
import type { AnswerKind } from './question/answer-kind.ts';
import { meaningsOf } from './question/meaning.ts';
import type { QuestionPart, WeightedTerm } from './question/question.ts';
import { soleOf } from './sole-of.ts';
import { disagree } from './values/values.ts';

/** Whether the scope may read a document now; asked of every document before it is quoted. */
export type MayRead = (scope: ReaderScope, documentId: string) => Promise<boolean>;

/** What was found for one thing that is asked. */
export interface PartAnswer {
  readonly part: QuestionPart;
  /** The sentences that answer it, the surest first; none when nothing is sure enough. */
  readonly chosen: readonly Chosen[];
  /** What is told after them where nothing was concluded from them: it may hold the answer as well. */
  readonly also: readonly Chosen[];
  /** Where none is: those that stand nearest, as many as were asked for. */
  readonly near: readonly Chosen[];
  /** All that was weighed, best first. */
  readonly evidence: readonly Evidence[];
}

/** Where answers are looked for, and for whom. */
export interface Shelves {
  readonly index: SearchIndex;
  readonly embeddings: Embeddings;
  readonly scope: ReaderScope;
  readonly mayRead: MayRead;
  /** How many sentences may stand for what is answered by none. */
  readonly nearest: number;
}

/** What was said before: sentences of this turn, or those of the last answer among the evidence. */
export type SaidBefore = (evidence: readonly Evidence[]) => readonly Said[];

/** Answers each of the parts as it is asked, `most` sentences each; all of them are compared by meaning at once. */
export const answerParts = async (
  shelves: Shelves,
  parts: readonly QuestionPart[],
  most: number,
  saidBefore: SaidBefore,
): Promise<readonly PartAnswer[]> => {
  const readings = parts.flatMap(readingsOf);
  const vectors = await meaningsOf(shelves.embeddings, readings);
  const vectorOf = new Map(readings.map((reading, position) => [reading, vectors[position]]));
  const answers: PartAnswer[] = [];
  for (const part of parts) {
    const last = answers.at(-1)?.chosen.map(({ evidence }) => evidence);
    const before = last === undefined ? saidBefore : () => last;
    let taken = part;
    let best = NOTHING;
    for (const reading of readingsOf(part)) {
      if (reading === part.here && isAskedOnceMore(part, best, before)) continue;
      const looked = await look(shelves, reading, vectorOf.get(reading), most, before);
      const isMeant = isSaidInFull(part, reading) && taken === part && looked.ranked.length > 0;
      if (reading !== part && !isMeant && !isSurer(looked, best)) continue;
      best = looked;
      if (part.again.includes(reading)) taken = reading;
      if (isMeant) break;
    }
    answers.push(await answered(shelves, taken, best));
  }
  return answers;
};

/** Asked whole, and answered by what was said last: it is told once more, and not what stands beside it. */
const isAskedOnceMore = ({ leans }: QuestionPart, { ranked: [best], evidence }: Looked, before: SaidBefore): boolean =>
  !leans && best !== undefined && before(evidence).some((said) => isSameUnit(said, best.entry));

/** Whether it is what a thing alone asks behind a question of another: "…and when does the zoo" in full. */
const isSaidInFull = (part: QuestionPart, reading: QuestionPart): boolean =>
  part.later && part.elliptic && part.again.includes(reading) && isSameValue(part.kind, reading.kind);

const isSameValue = (one: AnswerKind, other: AnswerKind): boolean =>
  one === other || ((one === 'time' || one === 'clock') && (other === 'time' || other === 'clock'));

/** All that a part may mean, as it was asked first. */
const readingsOf = (part: QuestionPart): readonly QuestionPart[] => [
  part,
  ...(part.here ? [part.here] : []),
  ...part.again,
];

interface Looked {
  readonly ranked: readonly Ranked[];
  readonly also: readonly Ranked[];
  readonly near: readonly Ranked[];
  readonly evidence: readonly Evidence[];
  readonly terms: readonly WeightedTerm[];
}

const NOTHING: Looked = { ranked: [], also: [], near: [], evidence: [], terms: [] };

/** What was said last is gone on from when it answers better than everything does. */
const isSurer = (one: Looked, other: Looked): boolean => surenessOf(one) > surenessOf(other);

const surenessOf = ({ ranked, near }: Looked): number => (ranked[0] ?? near[0])?.sure ?? Number.NEGATIVE_INFINITY;

/** Looks for what answers a part: everywhere, or beside what was said last where it is asked of that alone. */
const look = async (
  { index, scope, mayRead, nearest }: Shelves,
  part: QuestionPart,
  vector: Float32Array | undefined,
  most: number,
  saidBefore: SaidBefore,
): Promise<Looked> => {
  if (!vector) return NOTHING;
  const { evidence: found, terms } = await retrieve(index, scope, { ...part, vector });
  const evidence = await whereReadable(found, scope, mayRead);
  const before = saidBefore(evidence);
  const beside = part.besideSaid ? besideSaid(evidence, before) : undefined;
  const among = beside ? [...beside.keys()] : evidence;
  const asWritten = (one: Ranked): Ranked => ({ ...one, entry: beside?.get(one.entry) ?? one.entry });
  const only = beside && soleOf(part, among, before);
  const choice = only
    ? { chosen: [{ entry: only, sure: SURE_ENOUGH }], also: [], near: [] }
    : choose(part, among, { most, nearest }, before);
  return {
    ranked: choice.chosen.map(asWritten),
    also: choice.also.map(asWritten),
    near: choice.near.map(asWritten),
    evidence,
    terms,
  };
};

const answered = async (
  { index, scope }: Shelves,
  part: QuestionPart,
  { ranked, also, near, evidence, terms }: Looked,
): Promise<PartAnswer> => {
  const quoted = (all: readonly Ranked[]): Promise<readonly Chosen[]> =>
    Promise.all(all.map(async ({ entry }) => ({ evidence: entry, terms, lead: await leadOf(index, scope, entry) })));
  const sure = ranked.map(({ entry }) => entry);
  const contrary = sure.length === 1 ? contraryTo(sure[0], part, evidence) : undefined;
  const chosen = contrary ? [...sure, contrary] : sure;
  return {
    part,
    evidence,
    also: await quoted(also),
    near: await quoted(near),
    chosen: await Promise.all(
      chosen.map(async (entry, position) => ({
        evidence: entry,
        terms,
        against:
          !part.many &&
          position > 0 &&
          chosen[0]?.passage.documentId !== entry.passage.documentId &&
          disagree(part.kind, chosen[0]?.text ?? '', entry.text),
        lead: await leadOf(index, scope, entry),
      })),
    ),
  };
};

/** Keeps what belongs to readable documents, each of which is asked about once, and what the scope's own records say. */
const whereReadable = async (
  all: readonly Evidence[],
  scope: ReaderScope,
  mayRead: MayRead,
): Promise<readonly Evidence[]> => {
  const passages = all.map(({ passage }) => passage);
  const documents = passages.filter(({ kind }) => kind === undefined);
  const allowed = new Set<string>();
  for (const id of new Set(documents.map(({ documentId }) => documentId)))
    if (await mayRead(scope, id)) allowed.add(id);
  const isReadable = ({ kind, documentId }: IndexedPassage): boolean => kind !== undefined || allowed.has(documentId);
  return all.filter(({ passage }) => isReadable(passage));
};

/** The sentence before one that leans on it, from the passage before when need be. */
const leadOf = async (index: SearchIndex, scope: ReaderScope, entry: Evidence): Promise<string | undefined> => {
  const { passage, unit, text } = entry;
  if (isLed(text, passage.heading)) return undefined;
  if (!leansOnPrevious(text) && !goesOn(text, passage.units[unit - 1]) && !needsPrevious(entry)) return undefined;
  if (unit > 0) return passage.units[unit - 1];
  const around = await index.around(scope, passage.documentId, passage.ordinal);
  const before = around.find(({ ordinal }) => ordinal === passage.ordinal - 1);
  return before && before.heading === passage.heading && before.page === passage.page ? before.units.at(-1) : undefined;
};
