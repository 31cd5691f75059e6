import type { InvokeResponse } from 'botbuilder';
import type { Address } from '../../trips/people/person.ts';
import type { InboundActivity } from './activity.ts';
import { asksForView } from './card-act.ts';

/**
 * Answers an invoke that is no turn of the conversation: it leaves the session alone. Called with who sent it, as the
 * door proved it. Throws what a turn may throw.
 */
export type Invoke = (activity: InboundActivity, sender: Address) => Promise<InvokeResponse>;

/** The invokes a door answers, by name. A card's own refresh, which Teams sends as a card action, is {@link CARD_VIEW}. */
export type Invokes = Readonly<Record<string, Invoke>>;

export const CARD_VIEW = 'adaptiveCard/action:view';

/** The one that answers this activity, if it is not a turn. */
export const invokeFor = (invokes: Invokes, activity: InboundActivity): Invoke | undefined => {
  if (activity.type !== 'invoke') return undefined;
  const name = asksForView(activity) ? CARD_VIEW : (activity.name ?? '');
  return Object.hasOwn(invokes, name) ? invokes[name] : undefined;
};

/** What an invoke gets that carries nothing its name promises. */
export const BAD_INVOKE: InvokeResponse = { status: 400 };
