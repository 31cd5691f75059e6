import { z } from 'zod';
import { pressedAct } from '../../cards/pressed-act.ts';
import type { Act } from '../../cards/reply.ts';
import type { InboundActivity } from './activity.ts';

/** https://learn.microsoft.com/adaptive-cards/authoring-cards/universal-action-model */
export const CARD_ACTION = 'adaptiveCard/action';

const executed = z.object({
  action: z.object({
    type: z.literal('Action.Execute').optional(),
    verb: z.string().min(1).max(64),
    data: z.unknown(),
  }),
});

/** What an Action.Submit carried; undefined for a message that was typed. Who pressed is never taken from it. */
export const submittedAct = ({ value }: InboundActivity): Act | undefined => pressedAct(value);

/** What an Action.Execute asks for; undefined when it is malformed. */
export const executedAct = ({ value }: InboundActivity): Act | undefined => {
  const action = executed.safeParse(value).data?.action;
  const act = pressedAct(action?.data);
  return act?.skill === action?.verb ? act : undefined;
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
