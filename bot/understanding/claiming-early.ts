import type { Skill } from '../skills/skill.ts';

/** The skills as they claim words of somebody who is in no trip: what one claims for then, no other gets. */
export const claimingEarly = (skills: readonly Skill[]): readonly Skill[] => {
  const early = (text: string): boolean => skills.some(({ claimsEarly }) => claimsEarly?.(text));
  return skills.map((one) => ({
    ...one,
    claims: (text: string) => one.claimsEarly?.(text) || (!early(text) && (one.claims?.(text) ?? false)),
  }));
};
