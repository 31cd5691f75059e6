import { z } from 'zod';
import type { Act } from '../../cards/reply.ts';
import type { InboundActivity } from './activity.ts';

const act = z.object({
  skill: z.string().min(1).max(64),
  input: z.record(z.string(), z.unknown()).default({}),
});

const submitted = z.object({ act });

const executed = z.object({
  action: z.object({ type: z.literal('Action.Execute').optional(), verb: z.string().min(1).max(64), data: submitted }),
});

/** What an Action.Submit carried; undefined for a message that was typed. Who pressed is never taken from it. */
export const submittedAct = ({ value }: InboundActivity): Act | undefined => submitted.safeParse(value).data?.act;

/** What an Action.Execute asks for; undefined when it is malformed. */
export const executedAct = ({ value }: InboundActivity): Act | undefined => {
  const action = executed.safeParse(value).data?.action;
  return action?.verb === action?.data.act.skill ? action?.data.act : undefined;
};
