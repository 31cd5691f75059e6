import type { Gateway } from '../llm/gateway.ts';
import type { Library } from '../rag/library.ts';
import type { Clock } from '../trips/clock.ts';
import type { TripId, UserId } from '../trips/ids.ts';
import type { EditPlan } from '../trips/itineraries/editing/edit-itinerary.ts';
import type { PhotoAlbum } from '../trips/memories/memory-photo.ts';
import type { Records } from '../trips/records.ts';
import type { Weather } from './weather/weather.ts';

/** Where the bot writes what an operator may need; every line carries ids, none carries what people said. */
export interface BotLog {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** Turns short texts into unit vectors, in the order given. What is wanted `now` overtakes what can come `later`. */
export interface TextEmbedder {
  embed(texts: readonly string[], urgency?: 'now' | 'later'): Promise<readonly Float32Array[]>;
}

/** What a turn may use. */
export interface House {
  readonly records: Records;
  readonly library: Library;
  readonly embedder: TextEmbedder;
  /** The way to language models; without one in the settings it answers that there is none. */
  readonly models: Gateway;
  /** Changes plans, and has them checked again. */
  readonly editPlan: EditPlan;
  readonly album: PhotoAlbum;
  /** Forecasts; absent where none is set up. */
  readonly weather?: Weather | undefined;
  readonly clock: Clock;
  readonly log: BotLog;
  /** How people reach this server from outside, without a trailing slash; links are made of it. */
  readonly publicUrl: () => string;
  /** A link that opens a document at what was quoted, for the one it was said to; absent where no page shows documents. */
  readonly sourceLink?: ((source: CitedSource) => Promise<string>) | undefined;
}

/** What was cited, and to whom. */
export interface CitedSource {
  readonly userId: UserId;
  readonly tripId: TripId;
  readonly documentId: string;
  /** It was said before a group. */
  readonly group: boolean;
  readonly spans: readonly (readonly [start: number, end: number])[];
}
