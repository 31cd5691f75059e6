import type { Entity, Kind } from '../trips/records.ts';
import { PERSONAL_KINDS } from './personal-kinds.ts';

/** Every kind of document there is: what upgrades, exports and fixtures walk. A kind is listed with its rules in personal-kinds.ts. */
export const EVERY_KIND: readonly Kind<Entity>[] = [...new Set(PERSONAL_KINDS.map(({ kind }) => kind))];
