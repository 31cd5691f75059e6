import { HIGHEST, LOWEST } from '../consensus/ballot.ts';
import type { Poll } from '../polls/poll.ts';
import type { Tally } from '../polls/tally.ts';
import { tellingWords } from './poll-wish.ts';

/** What earlier ballots say of words, by family: from -1 (disliked what is called so) to 1. */
export type LearnedWishes = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** The score that says neither for nor against. */
const MIDDLE = 3;

/** What each family's ballot says of the words that tell the options of a poll from one another. */
export const learnedFrom = ({ options }: Pick<Poll, 'options'>, { says }: Pick<Tally, 'says'>): LearnedWishes => {
  const words = options.map(({ optionId, text, details }) => ({
    optionId,
    words: tellingWords(`${text}\n${details ?? ''}`),
  }));
  const telling = words.map(({ optionId, words: own }) => ({
    optionId,
    words: [...own].filter((word) => words.some((other) => !other.words.has(word))),
  }));
  return new Map(
    Object.entries(says).map(([familyId, scores]) => {
      const given = new Map<string, number[]>();
      for (const { optionId, words: own } of telling) {
        const liking = ((scores[optionId] ?? LOWEST) - MIDDLE) / (HIGHEST - MIDDLE);
        for (const word of own) given.set(word, [...(given.get(word) ?? []), liking]);
      }
      return [
        familyId,
        new Map([...given].map(([word, all]) => [word, all.reduce((sum, one) => sum + one, 0) / all.length])),
      ];
    }),
  );
};

/** How much a family would have of something by what was learned: the mean over the words that are known, 0 without any. */
export const learnedLiking = (
  learned: LearnedWishes | undefined,
  familyId: string,
  words: ReadonlySet<string>,
): number => {
  const known = learned?.get(familyId);
  const likings = known ? [...words].flatMap((word) => known.get(word) ?? []) : [];
  return likings.length === 0 ? 0 : likings.reduce((sum, one) => sum + one, 0) / likings.length;
};
