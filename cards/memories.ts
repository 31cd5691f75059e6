import type { ShownMemories } from '../trips/memories/shown-memories.ts';
import type { Superlative } from '../trips/memories/superlatives.ts';
import type { Words } from './words/catalogue.ts';

/** A superlative in words: what it is called, who or what has it, and the number behind it. */
export interface Medal {
  readonly name: string;
  readonly who: string;
  readonly proof: string;
}

export const medalOf = (
  one: Superlative,
  families: ShownMemories['families'],
  { memories, say }: Pick<Words, 'memories' | 'say'>,
): Medal => {
  if (one.title === 'fullest-day')
    return { name: memories.fullestDay, who: say.day(one.date), proof: memories.fullestDayProof(one.number) };
  if (one.title === 'favourite')
    return { name: memories.favourite, who: one.choice, proof: memories.favouriteProof(one.number) };
  return {
    name: memories.medal(one.title),
    who: memories.who(one.families.map((id) => families.get(id) ?? '')),
    proof: memories.proof(one.title, one.number, one.of),
  };
};

/** The trip in numbers, a line each; what there was none of is left out. */
export const numbersOf = (
  { statistics }: Pick<ShownMemories, 'statistics'>,
  { memories, say }: Pick<Words, 'memories' | 'say'>,
): readonly string[] => {
  const { days, families, people, cities, places, pollsHeld, votes, messages, spent } = statistics;
  return [
    days > 0 && memories.days(days),
    memories.families(families),
    memories.people(people),
    cities.length > 1 && memories.cities(cities),
    places > 0 && memories.places(places),
    pollsHeld > 0 && memories.polls(pollsHeld, votes),
    messages > 0 && memories.messages(messages),
    spent.length > 0 && memories.spent(say.list(spent.map(say.money))),
  ].filter((line) => line !== false);
};
