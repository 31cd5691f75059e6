import { z } from 'zod';
import type { Act } from '../../cards/reply.ts';
import type { InboundActivity } from './activity.ts';

/** https://learn.microsoft.com/adaptive-cards/authoring-cards/universal-action-model */
export const CARD_ACTION = 'adaptiveCard/action';

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

/** The verb of a card's own refresh: it shows the card as who looks at it may see it, and changes nothing. */
export const VIEW_VERB = 'view';

const view = z.object({
  action: z.object({ verb: z.literal(VIEW_VERB), data: z.object({ view: z.record(z.string(), z.unknown()) }) }),
});

/** Whether a card action is a card's refresh and no act. */
export const asksForView = ({ name, value }: InboundActivity): boolean =>
  name === CARD_ACTION && view.safeParse(value).success;

/** What the refresh of a card says it shows; never trusted. */
export const viewAsked = ({ value }: InboundActivity): Readonly<Record<string, unknown>> | undefined =>
  view.safeParse(value).data?.action.data.view;
