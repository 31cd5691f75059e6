import { z } from 'zod';
import { onOneLine } from '../../trips/written.ts';

/** A name, a question, an option: words on one line, at most so many characters. */
export const words = (most: number) => z.string().trim().min(1).max(most).overwrite(onOneLine);
