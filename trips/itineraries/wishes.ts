import type { Candidate } from './candidate.ts';
import type { PlanningFamily } from './planning-facts.ts';

/** Words by which a topic of interest is met in what a document says. */
const TOPICS: readonly (readonly [topic: RegExp, words: RegExp])[] = [
  [/beach|sea|swim|coast/, /beach|praia|playa|swim|\bsea\b|coast|snorkel|surf/],
  [/museum|art|culture/, /museum|museu|musée|museo|gallery|galleria|exhibit|\bart\b/],
  [
    /animal|zoo|wildlife|nature|outdoor/,
    /zoo|aquarium|ocean[aá]ri|animal|dolphin|wildlife|farm|park|garden|jardim|nature|trail|hike/,
  ],
  [
    /history|castle|old/,
    /castle|castelo|palace|pal[aá]cio|monastery|mosteiro|cathedral|fort|ruins|history|historic|tower|torre/,
  ],
  [/food|eat|cuisine|wine/, /food|market|mercado|tasting|cooking|wine|restaurant/],
  [/kid|child|play|fun/, /playground|children|kids|water ?park|theme park|carousel|zoo|aquarium|ocean[aá]ri|science/],
  [/hik|walk|mountain/, /hike|hiking|trail|walk|mountain|viewpoint|miradouro/],
  [/boat|sail|water/, /boat|cruise|sail|kayak|ferry|river/],
  [/music|show|theat/, /music|concert|show|theat(?:re|er)|opera|fado/],
  [/science|tech|space/, /science|planetarium|observatory|technology/],
  [/sport|football|bike|cycl/, /sport|stadium|football|bike|cycling|climbing|kayak|surf/],
  [/shop|market/, /market|mercado|shop|feira/],
];
const NEUTRAL = 3;

type Wished = Pick<Candidate, 'name' | 'about' | 'rating' | 'scores' | 'lanes'>;

/** How much one family would like it, 1-5: what it said of the place, else of such places, else what others thought. */
export const likes = (wished: Wished, { id, preferences }: PlanningFamily): number => {
  const candidate = wished.lanes?.find(({ who }) => who?.includes(id)) ?? wished;
  const said = candidate.scores?.[id];
  if (said !== undefined) return said;
  const text = `${candidate.name}\n${candidate.about}`.toLowerCase();
  let most: number | undefined;
  for (const [topic, score] of Object.entries(preferences.interests)) {
    const word = topic.toLowerCase();
    const met =
      (word.length >= 3 && text.includes(word.replace(/(?:es|s)$/, ''))) ||
      TOPICS.some(([names, words]) => names.test(word) && words.test(text));
    if (met) most = Math.max(most ?? 0, score);
  }
  return most ?? candidate.rating ?? NEUTRAL;
};

/** How much those present would like it, 1-5: their mean, each counted by its weight. */
export const wishFor = (
  candidate: Wished,
  families: readonly PlanningFamily[],
  present: readonly boolean[],
): number => {
  let sum = 0;
  let weights = 0;
  families.forEach((family, index) => {
    if (!present[index]) return;
    const weight = family.weight ?? 1;
    sum += weight * likes(candidate, family);
    weights += weight;
  });
  return weights === 0 ? 0 : sum / weights;
};
