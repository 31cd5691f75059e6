import { z } from 'zod';
import type { Reply } from '../../cards/reply.ts';
import type { Degradation } from '../../llm/gateway.ts';
import type { TripMember } from '../../trips/roles/permission.ts';
import { cameToNothing, runAgent } from '../agent/agent.ts';
import { sayOutcome } from '../agent/say-outcome.ts';
import { toolsFor } from '../agent/tools.ts';
import type { Skill } from '../skills/skill.ts';
import type { Turn } from '../turn.ts';

/** Runs a skill as the speaker, with words as they could have typed them. */
export type AsSpeaker = (skill: string, words: string) => Promise<readonly Reply[]>;

export interface ThroughModel {
  /** The speaker's place in the trip spoken of, when there is one. */
  readonly member: TripMember | undefined;
  readonly run: AsSpeaker;
  /** What is asked must be put together from several answers. */
  readonly chained: boolean;
}

/** Has a model plan what to do about the message; what is said for it, or nothing, and then why. */
export const throughModel = async (
  { house, person, incoming, session, words }: Turn,
  skills: readonly Skill[],
  { member, run, chained }: ThroughModel,
): Promise<{ readonly said?: readonly Reply[] | undefined; readonly degradation?: Degradation | undefined }> => {
  if (!person) return {};
  if (chained) incoming.progress?.doing(words.planned.working);
  const readers = incoming.group ? 'group' : (member?.participation.familyId ?? person.id);
  const onBehalf = { userId: person.id, tripId: session.tripId, readers };
  const message = incoming.text;
  const planned = { message, onBehalf, run, chained, said: words.planned, tools: toolsFor(skills, member, chained) };
  const outcome = await runAgent(house.models, planned);
  if (outcome.ended !== 'done')
    house.log.info({ tripId: session.tripId, ended: outcome.ended }, 'a planned turn ended early');
  const { degradation } = outcome;
  if (cameToNothing(outcome)) return { degradation };
  return { said: await sayOutcome(house.models, outcome, planned), degradation };
};

const agreed = z.object({
  acts: z.array(z.object({ skill: z.string().max(40), words: z.string().max(1_000) })).max(3),
});

/**
 * Does what a person agreed to, one after the other. Whoever forges such an act gets no further than by typing its words.
 */
export const goAhead = async (input: unknown, run: AsSpeaker): Promise<readonly Reply[] | undefined> => {
  const acts = agreed.safeParse(input).data?.acts ?? [];
  const said: Reply[] = [];
  for (const { skill, words } of acts) said.push(...(await run(skill, words)));
  return said.length > 0 ? said : undefined;
};
