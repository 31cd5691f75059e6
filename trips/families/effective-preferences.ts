import type { Family, Preferences } from './family.ts';

/** What one can be allergic to without eating it. */
const NOT_EATEN =
  /\b(?:bees?|wasps?|stings?|insects?|pollen|dust|mites?|hay|grass|cats?|dogs?|horses?|fur|latex|penicillin|sun|mou?ld|plasters?|nickel)\b/i;

const mean = (scores: readonly number[]): number => scores.reduce((sum, score) => sum + score, 0) / scores.length;

/** What each topic is to a family: as the family says, else the mean of what its members say. */
const interestsOf = ({ members, preferences }: Pick<Family, 'members' | 'preferences'>): Preferences['interests'] => {
  const said = new Map<string, number[]>();
  for (const { interests = {} } of members)
    for (const [topic, score] of Object.entries(interests)) said.set(topic, [...(said.get(topic) ?? []), score]);
  return { ...Object.fromEntries([...said].map(([topic, scores]) => [topic, mean(scores)])), ...preferences.interests };
};

/** A family's preferences as plans and polls go by them: what somebody is allergic to is not served, and members' interests count. */
export const effectivePreferences = (family: Pick<Family, 'members' | 'preferences'>): Preferences => {
  const { diet, allergies } = family.preferences;
  const known = new Set(diet.map((words) => words.toLowerCase()));
  const avoided = allergies
    .filter((what) => !NOT_EATEN.test(what))
    .map((what) => `no ${what.toLowerCase().replace(/^no /, '')}`)
    .filter((words) => !known.has(words));
  return { ...family.preferences, diet: [...diet, ...avoided], interests: interestsOf(family) };
};
