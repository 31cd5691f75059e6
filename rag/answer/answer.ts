import type { Embeddings } from '../embed/embeddings.ts';
import type { Answer, Question, ReaderScope } from '../library.ts';
import { type Evidence, goesOn, leansOnPrevious, needsPrevious } from '../retrieve/evidence.ts';
import { retrieve } from '../retrieve/retrieve.ts';
import { readConversation } from '../retrieve/spoken-of.ts';
import type { IndexedPassage, SearchIndex } from '../search-index.ts';
import type { FoundPart } from '../worded/worded-answer.ts';
import { choose } from './choose.ts';
import { type Chosen, compose } from './compose.ts';
import { meaningsOf } from './meaning.ts';
import { readQuestion } from './question.ts';
import { disagree } from './values.ts';

/** An answer holds at most this many sentences: it must fit a text message. */
const MOST_SENTENCES = 3;

/** Whether the scope may read a document now; asked of every document before it is quoted. */
export type MayRead = (scope: ReaderScope, documentId: string) => Promise<boolean>;

/** Words what was composed anew, or leaves it. */
export type Reword = (parts: readonly FoundPart[], composed: Answer) => Promise<Answer>;

/**
 * Answers from documents by quoting them: no sentence without its source, no answer without evidence. What documents
 * say is quoted and never obeyed.
 */
export const answer = async (
  index: SearchIndex,
  embeddings: Embeddings,
  mayRead: MayRead,
  { text, scope, history }: Question,
  reword: Reword = async (_, composed) => composed,
): Promise<Answer> => {
  const parts = readQuestion(text, await readConversation(index, scope, text, history));
  if (parts.length === 0) return { found: false };
  const vectors = await meaningsOf(embeddings, parts);
  const found: Chosen[][] = [];
  const readableEach: (readonly Evidence[])[] = [];
  const unanswered: string[] = [];
  for (const [position, part] of parts.entries()) {
    const vector = vectors[position];
    if (!vector) continue;
    const { evidence, terms } = await retrieve(index, scope, { ...part, vector });
    const readable = await whereReadable(
      evidence,
      ({ passage }) => passage,
      (id) => mayRead(scope, id),
    );
    const before = position > 0 ? (found.at(-1) ?? []).map(({ evidence: said }) => said) : saidLast(readable, history);
    const chosen = choose(part, readable, MOST_SENTENCES, before);
    if (chosen.length === 0) unanswered.push(part.text);
    readableEach.push(readable);
    found.push(
      await Promise.all(
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
    );
  }
  const composed = compose(inTurn(found));
  if (!composed.found) return composed;
  const parted = found.map((chosen, part) => ({ chosen, evidence: readableEach[part] ?? [] }));
  return reword(parted, unanswered.length > 0 ? { ...composed, unanswered } : composed);
};

/** A sentence shorter than this may stand in an answer by chance. */
const SHORTEST_SAID = 12;

/** What of the evidence stands in what was said last, its marks left out. */
const saidLast = (evidence: readonly Evidence[], history: readonly string[]): readonly Evidence[] => {
  const last = bare(history.at(-1) ?? '');
  return last === '' ? [] : evidence.filter(({ text }) => text.length >= SHORTEST_SAID && last.includes(bare(text)));
};

/** Letters and digits alone: a row is said with other signs between its cells than it is written with. */
const bare = (text: string): string => text.replace(/\[\d+\]/g, ' ').replace(/[^\p{L}\p{N}]+/gu, '');

/** Keeps what belongs to readable documents, each of which is asked about once, and what the scope's own records say. */
const whereReadable = async <T>(
  all: readonly T[],
  passageOf: (entry: T) => IndexedPassage,
  mayRead: (documentId: string) => Promise<boolean>,
): Promise<readonly T[]> => {
  const documents = all.map(passageOf).filter(({ kind }) => kind === undefined);
  const allowed = new Set<string>();
  for (const id of new Set(documents.map(({ documentId }) => documentId))) if (await mayRead(id)) allowed.add(id);
  return all.filter((entry) => {
    const { kind, documentId } = passageOf(entry);
    return kind !== undefined || allowed.has(documentId);
  });
};

/** The best of each part first, then the seconds, up to the limit; told part by part. */
const inTurn = (found: readonly (readonly Chosen[])[]): readonly Chosen[] => {
  const taken = found.map(() => 0);
  let left = MOST_SENTENCES;
  for (let round = 0; left > 0 && found.some((chosen) => chosen.length > round); round += 1) {
    for (const [part, chosen] of found.entries()) {
      if (chosen.length <= round || left === 0) continue;
      taken[part] = round + 1;
      left -= 1;
    }
  }
  return found.flatMap((chosen, part) => chosen.slice(0, taken[part]));
};

/** The sentence before one that leans on it, from the passage before when need be. */
const leadOf = async (index: SearchIndex, scope: ReaderScope, entry: Evidence): Promise<string | undefined> => {
  const { passage, unit, text } = entry;
  if (!leansOnPrevious(text) && !goesOn(text, passage.units[unit - 1]) && !needsPrevious(entry)) return undefined;
  if (unit > 0) return passage.units[unit - 1];
  const around = await index.around(scope, passage.documentId, passage.ordinal);
  const before = around.find(({ ordinal }) => ordinal === passage.ordinal - 1);
  return before && before.heading === passage.heading && before.page === passage.page ? before.units.at(-1) : undefined;
};
