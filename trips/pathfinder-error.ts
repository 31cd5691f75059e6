/** Every fault Pathfinder throws; docs/errors.md says what each means and what to do. */
export type ErrorCode =
  | 'configuration'
  | 'conflict'
  | 'store-unavailable'
  | 'schema-newer'
  | 'sealed'
  | 'embedding-failed'
  | 'far-end-unavailable'
  | 'far-end-silent'
  | 'far-end-refused'
  | 'model-busy'
  | 'model-unavailable'
  | 'model-timeout'
  | 'model-malformed'
  | 'model-refused'
  | 'model-filtered'
  | 'job-lease-lost'
  | 'import-refused'
  | 'restore-refused'
  | 'internal';

/** A fault (not a refusal: refusals are returned as {@link Rejection}). Carries its code and its cause. */
export class PathfinderError extends Error {
  readonly code: ErrorCode;
  constructor(code: ErrorCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'PathfinderError';
    this.code = code;
  }
}
