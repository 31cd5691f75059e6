import { z } from 'zod';
import type { Reply } from '../../cards/reply.ts';
import type { Degradation } from '../../llm/gateway.ts';
import type { TripMember } from '../../trips/roles/permission.ts';
import { cameToNothing, runAgent } from '../agent/agent.ts';
import { asksToReckon } from '../agent/asks-to-reckon.ts';
import { sayOutcome } from '../agent/say-outcome.ts';
import { toolsFor } from '../agent/tools.ts';
import type { Said, Skill } from '../skills/skill.ts';
import type { Turn } from '../turn.ts';
import type { Run } from './carry-out.ts';
import { discreet } from './discreet.ts';
import { isRestricted } from './perform.ts';
import { tripOf } from './trip-spoken-of.ts';

/** Runs a skill as the speaker, with words as they could have typed them. */
export type AsSpeaker = (skill: string, words: string) => Promise<readonly Reply[]>;

interface Through {
  /** The speaker's place in the trip spoken of, when there is one. */
  readonly member: TripMember | undefined;
  readonly run: AsSpeaker;
  /** What is asked must be put together from several answers. */
  readonly chained: boolean;
}

/** Has a model plan what to do about the message; what is said for it, or nothing, and then why. */
const throughModel = async (
  { house, person, incoming, session, words }: Turn,
  skills: readonly Skill[],
  { member, run, chained }: Through,
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

/** A question whose answer must be calculated from several: only with a model. */
export const reckon = async (turn: Turn, skills: ReadonlyMap<string, Skill>, run: Run): Promise<Said | undefined> => {
  if (!asksToReckon(turn.incoming.text) || isRestricted(turn)) return undefined;
  return (await withModel(turn, skills, run, true)).said;
};

/** Has a model plan what to do about the message, as whoever speaks and no further than the group may hear. */
export const withModel = async (turn: Turn, skills: ReadonlyMap<string, Skill>, run: Run, chained: boolean) => {
  const trip = await tripOf(turn);
  const member = trip.kind === 'member' ? trip.member : undefined;
  // What a group may not hear, no model of the group's is told.
  const discreetly: AsSpeaker = async (skill, words) =>
    (await asSpeaker(run)(skill, words)).map((reply) => discreet(turn, reply));
  turn.planned = chained;
  const outcome = await throughModel(turn, [...skills.values()], { member, run: discreetly, chained });
  // What a model was waited for once is quoted then: the carrier of a text does not wait twice.
  turn.planned = chained && outcome.said === undefined;
  return outcome;
};

/** Runs a skill on words that a model put, or that somebody agreed to. */
export const asSpeaker =
  (run: Run): AsSpeaker =>
  async (skill, words) =>
    [await run(skill, {}, words, '')].flat();
