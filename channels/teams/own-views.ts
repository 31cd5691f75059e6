import type { CardViews } from '../../bot/card-views.ts';
import type { OwnViews } from '../../cards/render-adaptive.ts';
import type { Reply } from '../../cards/reply.ts';
import type { Listener } from '../../trips/notifications/listener.ts';
import type { Address } from '../../trips/people/person.ts';
import { conversationOf, isGroup } from './activity.ts';
import { answerAction, answerInWords } from './answer-action.ts';
import { VIEW_VERB, viewAsked } from './card-act.ts';
import type { Invoke } from './invoke.ts';
import { personReached } from './reference.ts';

/** Who hears what happens in a trip. */
export type ListenersOf = (tripId: string) => Promise<readonly Listener[]>;

/** Finds for whom a reply to a group is to be their own view at once: the people of its trip whom Teams knows. */
export const ownViewsFor =
  (listenersOf: ListenersOf) =>
  async ({ card }: Reply, group: boolean): Promise<OwnViews | undefined> => {
    if (!group || card?.kind !== 'poll' || card.status !== 'open' || card.tripId === undefined) return undefined;
    const people = (await listenersOf(card.tripId)).map(personReached).filter((id) => id !== undefined);
    return { verb: VIEW_VERB, userIds: [...new Set(people)] };
  };

export type OwnViewsFor = ReturnType<typeof ownViewsFor>;

/** A reply that one person alone sees, though in a group: its poll shows what their family chose. */
export const asTheirs = async (
  views: CardViews,
  reply: Reply,
  address: Address,
  conversation: string,
): Promise<Reply> => {
  if (reply.card?.kind !== 'poll') return reply;
  const own = await views(reply.card, { door: 'teams', address, conversation });
  return own.denied ? reply : { ...reply, card: own.card, choices: own.choices };
};

/** The refresh of a card in a group: the card as who looks at it may see it. */
export const viewInvoke =
  (views: CardViews, ownViews: OwnViewsFor): Invoke =>
  async (activity, address) => {
    const shown = await views(viewAsked(activity), { door: 'teams', address, conversation: conversationOf(activity) });
    if (shown.card === undefined && !shown.denied) return answerInWords(shown.text);
    return answerAction([shown], await ownViews(shown, isGroup(activity))).response;
  };
