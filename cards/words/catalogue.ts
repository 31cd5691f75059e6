/** All that is said, by area: the English words are the measure, every other language has the same ones. */
export type Words = typeof import('./english/every-word.ts');
