import type { Skill } from '../skills/skill.ts';
import { plainlyIn } from './language-of.ts';
import { heardBy } from './spanish/heard.ts';
import type { SpanishUnderstanding } from './spanish/understand-spanish.ts';

/** The skills as they claim words of somebody who is in no trip: what one claims for then, no other gets. */
export const claimingEarly = (skills: readonly Skill[]): readonly Skill[] => {
  const early = (text: string): boolean => skills.some(({ claimsEarly }) => claimsEarly?.(text));
  return skills.map((one) => ({
    ...one,
    claims: (text: string) => one.claimsEarly?.(text) || (!early(text) && (one.claims?.(text) ?? false)),
  }));
};

/** The same of Spanish words, each skill hearing them its way. */
export const claimingEarlyInSpanish = (
  skills: readonly Skill[],
  spanish: SpanishUnderstanding,
): SpanishUnderstanding => ({
  ...spanish,
  likest: async (text) => {
    const claiming =
      plainlyIn(text) === 'en' ? undefined : skills.find((one) => one.claimsEarly?.(heardBy(one.name, text)));
    return claiming?.name ?? spanish.likest(text);
  },
});
