import type { Logger } from 'pino';
import type { SpendWatch } from '../../llm/azure-spend/spend-watch.ts';
import type { Scope } from '../../llm/budget.ts';
import type { MicroDollars } from '../../llm/prices.ts';
import type { Library } from '../../rag/library.ts';
import type { Clock } from '../../trips/clock.ts';
import type { EditPlan } from '../../trips/itineraries/editing/edit-itinerary.ts';
import type { PhotoAlbum } from '../../trips/memories/memory-photo.ts';
import type { ExportSources } from '../../trips/privacy/export-person.ts';
import type { Records } from '../../trips/records.ts';
import type { Tokens } from '../tokens.ts';

/** What the REST door is made of. */
export interface RestHouse {
  readonly records: Records;
  readonly library: Library;
  /** What a person's data is gathered from. */
  readonly personal: ExportSources;
  /** Changes plans, and has them checked again. */
  readonly editPlan: EditPlan;
  readonly album: PhotoAlbum;
  /** How people reach this server, without a trailing slash. */
  readonly publicUrl: () => string;
  readonly clock: Clock;
  readonly tokens: Tokens;
  readonly log: Logger;
  /** What language models may cost, in millionths of a US dollar: a day for a person and for everybody, in all for a trip. */
  readonly aiLimits: Readonly<Record<Scope, MicroDollars>>;
  /** What Azure bills, where it is watched. */
  readonly azureSpend?: Pick<SpendWatch, 'heard' | 'throttled'> | undefined;
  /** Hand out tokens to callers on this machine (AUTH=dev). */
  readonly devSignIn: boolean;
  /** The largest document that is taken. */
  readonly maxUploadBytes: number;
  /** Requests a minute and caller before 429. */
  readonly requestsPerMinute: number;
}
