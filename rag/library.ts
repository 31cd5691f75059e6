import type { Degradation } from '../llm/gateway.ts';
import type { Citation } from '../trips/documents/citation.ts';
import type { DocumentScope, TripDocument } from '../trips/documents/document.ts';
import type { FamilyId, TripId, UserId } from '../trips/ids.ts';

/** Who is asking, from the server-side session and nowhere else. No search can be made without it. */
export interface ReaderScope {
  readonly tripId: TripId;
  /** The reader's family, whose private documents may answer; `undefined` reads what the whole trip may (a group, a job). */
  readonly familyId: FamilyId | undefined;
}

export interface NewDocument {
  readonly tripId: TripId;
  /** As the person named it; shown, never used as a path. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What was written beside the file: what a picture shows. */
  readonly caption?: string | undefined;
  readonly scope: DocumentScope;
  readonly familyId: FamilyId;
  readonly addedBy: UserId;
  /** The conversation that learns of it in a reply, so that it is not told again. */
  readonly heardIn?: string | undefined;
}

/** What became of a document. The refusals say what to tell the person; nothing was kept. */
export type Added =
  | {
      readonly ok: true;
      readonly document: TripDocument;
      /** The same bytes were there already. */
      readonly duplicate: boolean;
      /** The file of the same name and person whose place it took. */
      readonly replaced?: TripDocument | undefined;
    }
  | {
      readonly ok: false;
      readonly reason: 'unsupported-type' | 'too-large' | 'too-many-pages' | 'no-text' | 'unreadable';
      readonly detail: string;
    };

/** A piece of a document as it is searched and cited. */
export interface Passage {
  readonly documentId: string;
  readonly document: string;
  readonly page?: number | undefined;
  readonly heading?: string | undefined;
  readonly text: string;
}

/** A sentence, list item or row that was found. */
export interface Finding extends Passage {
  /** Where it stands in the document's text: offsets of its first character and of the one after its last. */
  readonly span: readonly [start: number, end: number];
  /** The higher, the nearer to what was asked; comparable within one search only. */
  readonly score: number;
}

export interface Question {
  readonly text: string;
  readonly scope: ReaderScope;
  /** What was said before, oldest first, so that "it" and "there" can be understood. */
  readonly history: readonly string[];
  /** Who asks, where a language model may word the answer: it is paid from their budget. */
  readonly asker?: UserId | undefined;
  /** Where nothing answers for sure: at most so many lines that stand nearest come with the refusal; none when absent. */
  readonly nearest?: number | undefined;
  /** Shown the answer as far as it is worded and checked; each time it begins with what was shown the time before. */
  readonly onText?: ((text: string) => void) | undefined;
}

/** An answer in which every sentence is cited, or none at all. `text` carries the [n] marks. */
export type Answer =
  | {
      readonly found: true;
      readonly text: string;
      readonly citations: readonly Citation[];
      /** Why no language model worded it, or a smaller one; absent also where none was wanted. */
      readonly degradation?: Degradation | undefined;
      /** Parts of the question, as asked, to which the documents hold no answer; absent when there is none. */
      readonly unanswered?: readonly string[];
      /** What stands nearest to those parts, where it was asked for and something is near; its marks go on from the answer's. */
      readonly nearest?: Nearest | undefined;
    }
  | {
      readonly found: false;
      /** What stands nearest to the question, where it was asked for and something is near. It is no answer, and is never said without that. */
      readonly nearest?: Nearest | undefined;
      readonly degradation?: Degradation | undefined;
    };

/** Lines as they stand in their documents; `text` carries a [n] mark behind each. */
export interface Nearest {
  readonly text: string;
  readonly citations: readonly Citation[];
}

/** The trip's documents: taken in, kept, searched and answered from. */
export interface Library {
  add(document: NewDocument): Promise<Added>;
  /** Whether reading it takes so long that nobody should be kept waiting. */
  takesLong(bytes: Uint8Array): boolean;
  /** Puts a file's bytes aside to be read later; the name they are kept by, and their SHA-256, hex. */
  stage(bytes: Uint8Array): Promise<{ readonly staged: string; readonly hash: string }>;
  /** {@link Library.add} of bytes that were put aside; `undefined` when they are gone. `onProgress` is told the share done, 0 to 1; what it throws ends the reading. */
  addStaged(
    staged: string,
    document: Omit<NewDocument, 'bytes'>,
    onProgress: (share: number) => void,
  ): Promise<Added | undefined>;
  /** Drops what was put aside. Repeating it is harmless. */
  unstage(staged: string): Promise<void>;
  ask(question: Question): Promise<Answer>;
  /** The sentences nearest to the question, best first, at most `most`; whether they answer it is another matter. */
  find(question: Question, most: number): Promise<readonly Finding[]>;
  /** Whether a turn asks for what documents tell, rather than booking, choosing, greeting or thanking. */
  wants(question: Question): Promise<boolean>;
  /** A document's words as they were read, which spans count in; `undefined` when they are not kept. */
  text(document: TripDocument): Promise<string | undefined>;
  /** Where each page begins in {@link Library.text}, by its number; none where the document has no pages. */
  pageStarts(document: TripDocument): Promise<ReadonlyMap<number, number>>;
  /** Everything the scope may read, in document order: what planning draws its candidates from. */
  passages(scope: ReaderScope): Promise<readonly Passage[]>;
  /** The bytes of a document as they came; nothing when they are not there any more. */
  original(document: TripDocument): Promise<Uint8Array | undefined>;
  /** Drops a document's passages, their vectors and its bytes, so that nothing is answered from it any more. Repeating it is harmless. */
  forget(document: TripDocument): Promise<void>;
  /** Makes a document that is listed searchable again from its bytes, where the index was left behind. False: they hold nothing that can be read. */
  reindex(document: TripDocument, bytes: Uint8Array): Promise<boolean>;
  /** Takes a document out of the index; nothing else of it goes. */
  unindex(document: TripDocument): Promise<void>;
  /** Resolves when the embedding model is ready. */
  ready(): Promise<void>;
  close(): Promise<void>;
}
