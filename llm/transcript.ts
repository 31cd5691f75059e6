import { z } from 'zod';
import { type Clock, instant } from '../trips/clock.ts';
import type { TripId, UserId } from '../trips/ids.ts';
import type { Entity, Kind, Records } from '../trips/records.ts';
import type { ModelAnswer, ModelRequest } from './model.ts';
import { redact } from './redact.ts';

/** One call of a language model, for finding out why it said what it said. Partition: the trip, or without one the person. */
export interface ModelTranscript extends Entity {
  readonly type: 'model_transcript';
  readonly at: string;
  readonly feature: string;
  readonly provider: string;
  readonly model: string;
  readonly userId: UserId;
  readonly tripId?: TripId | undefined;
  readonly ms: number;
  readonly inputTokens?: number | undefined;
  readonly outputTokens?: number | undefined;
  /** Why it did not answer. */
  readonly fault?: string | undefined;
  /** JSON of what was asked and answered, redacted: `{ system, messages, tools, answer }`. Sealed in the store. */
  readonly exchange: string;
}

export const modelTranscripts: Kind<ModelTranscript> = {
  type: 'model_transcript',
  version: 1,
  schema: z.object({
    pk: z.string(),
    id: z.string(),
    type: z.literal('model_transcript'),
    _schema_version: z.number(),
    ttl: z.number().optional(),
    at: z.string(),
    feature: z.string(),
    provider: z.string(),
    model: z.string(),
    userId: z.string(),
    tripId: z.string().optional(),
    ms: z.number(),
    inputTokens: z.number().optional(),
    outputTokens: z.number().optional(),
    fault: z.string().optional(),
    exchange: z.string(),
  }),
};

/** A call that was made, as the gateway knows it. */
export interface CallMade {
  readonly callId: string;
  readonly feature: string;
  readonly provider: string;
  readonly model: string;
  readonly userId: UserId;
  readonly tripId?: TripId | undefined;
  readonly ms: number;
  readonly request: ModelRequest;
  /** What came back, or why nothing did. */
  readonly outcome: ModelAnswer | { readonly fault: string };
}

export interface TranscriptParts {
  readonly records: Records;
  readonly clock: Clock;
  /** How long a transcript is kept; 0 keeps none. */
  readonly days: number;
  /** Names that stand in no transcript: those of the children in a trip. */
  childrenIn(tripId: TripId): Promise<readonly string[]>;
}

/** Characters of one exchange that are kept. */
const LONGEST = 60_000;

/** Keeps what was asked and answered, without what identifies people to outsiders or opens anything. */
export const keepTranscripts =
  ({ records, clock, days, childrenIn }: TranscriptParts) =>
  async (call: CallMade): Promise<void> => {
    if (days === 0) return;
    const { callId, tripId, userId, request, outcome, ...rest } = call;
    const names = tripId === undefined ? [] : await childrenIn(tripId);
    const { system, messages, tools, structured } = request;
    const answer = 'fault' in outcome ? undefined : { text: outcome.text, calls: outcome.calls };
    const exchange = { system, messages, tools: tools?.map(({ name }) => name), shape: structured?.name, answer };
    const transcript: ModelTranscript = {
      ...{ pk: tripId ?? userId, id: `model_transcript_${callId}`, type: 'model_transcript', _schema_version: 1 },
      ...{ ttl: days * 86_400, at: instant(clock), userId, tripId, ...rest },
      ...('fault' in outcome ? { fault: outcome.fault } : outcome.usage),
      exchange: redacted(exchange, names).slice(0, LONGEST),
    };
    await records.commit(transcript.pk, [{ put: transcript }]);
  };

/** Redacted before it is written as JSON: there a line's end and a quotation mark would hide what stands beside them. */
const redacted = (value: unknown, names: readonly string[]): string =>
  JSON.stringify(value, (_, inner: unknown) => (typeof inner === 'string' ? redact(inner, names) : inner));
