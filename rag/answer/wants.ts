import type { Question } from '../library.ts';
import type { SearchIndex } from '../search-index.ts';

/** Whether a turn asks for what documents tell. */
export const wants = async (_index: SearchIndex, _question: Question): Promise<boolean> => true;
