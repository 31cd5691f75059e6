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

/** How much one family would like it, 1-5; 3 when it has said nothing that bears on it. */
const likes = (text: string, { preferences }: PlanningFamily): number => {
  let most: number | undefined;
  for (const [topic, score] of Object.entries(preferences.interests)) {
    const word = topic.toLowerCase();
    const met =
      (word.length >= 3 && text.includes(word.replace(/(?:es|s)$/, ''))) ||
      TOPICS.some(([names, words]) => names.test(word) && words.test(text));
    if (met) most = Math.max(most ?? 0, score);
  }
  return most ?? NEUTRAL;
};

/**
 * How much those present would like it, 1-5: their mean, leaning to the family that likes it least, so that nobody is
 * always the one who gives way.
 */
export const wishFor = (
  candidate: Pick<Candidate, 'name' | 'about'>,
  families: readonly PlanningFamily[],
  present: readonly boolean[],
): number => {
  const text = `${candidate.name}\n${candidate.about}`.toLowerCase();
  const scores = families.filter((_, index) => present[index]).map((family) => likes(text, family));
  if (scores.length === 0) return 0;
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  return (3 * mean + Math.min(...scores)) / 4;
};
