import { randomUUID } from 'node:crypto';
import { TurnContext } from 'botbuilder';
import type { Incoming } from '../../bot/incoming.ts';
import { mayTakeAStance } from '../../trips/magic-polls/stance.ts';
import { asSdkActivity, conversationOf, type InboundActivity, isGroup } from './activity.ts';
import { CARD_ACTION, executedAct, submittedAct } from './card-act.ts';
import { type FileSettings, incomingFiles } from './incoming-files.ts';
import { mentionsUs, saidText } from './said-text.ts';
import { senderOf } from './sender.ts';

/** What an activity is to this door. */
export type TeamsTurn =
  | { readonly kind: 'turn'; readonly incoming: Incoming }
  /** Typing, reactions, edits, other people joining, words in a group that are not for the bot: taken note of by nobody. */
  | { readonly kind: 'ignored' }
  /** An invoke that is none of the bot's card actions: the Bot Framework answers it. */
  | { readonly kind: 'other-invoke' }
  | { readonly kind: 'malformed' };

export interface ReadTurnSettings {
  /** Whether who sent it was proved by a token. */
  readonly verified: boolean;
  readonly files: FileSettings;
}

/** The turn that a verified activity asks for. */
export const readTurn = (activity: InboundActivity, settings: ReadTurnSettings): TeamsTurn => {
  switch (activity.type) {
    case 'message': {
      const act = submittedAct(activity);
      // With the permission to read a channel, or in a chat of the emulator, everything said there comes in.
      const overheard = isGroup(activity) && !act && !mentionsUs(activity);
      const text = saidText(activity);
      // What is said to others is none of the bot's business, but where families may disagree.
      if (overheard && !mayTakeAStance(text)) return { kind: 'ignored' };
      return turn(activity, settings, {
        text,
        overheard: overheard || undefined,
        act,
        files: overheard ? [] : incomingFiles(activity, settings.files),
        // Unlike the repeat of an invoke, whose answer its card waits for.
        silentRepeats: true,
      });
    }
    case 'invoke': {
      if (activity.name !== CARD_ACTION) return { kind: 'other-invoke' };
      const act = executedAct(activity);
      return act ? turn(activity, settings, { act }) : { kind: 'malformed' };
    }
    case 'conversationUpdate':
      return wasAdded(activity) ? turn(activity, settings, { event: 'joined' }) : { kind: 'ignored' };
    // `add` comes beside the conversationUpdate that adds the bot, or alone: whoever is greeted already is not again.
    case 'installationUpdate':
      if (activity.action === 'add') return turn(activity, settings, { event: 'joined' });
      return activity.action === 'remove' ? turn(activity, settings, { event: 'left' }) : { kind: 'ignored' };
    default:
      return { kind: 'ignored' };
  }
};

/** Whether the bot is among those who were added, by somebody else than itself. */
const wasAdded = ({ membersAdded, recipient, from }: InboundActivity): boolean =>
  recipient?.id !== undefined &&
  from?.id !== recipient.id &&
  (membersAdded ?? []).some((member) => (member as { readonly id?: unknown } | null)?.id === recipient.id);

const turn = (activity: InboundActivity, settings: ReadTurnSettings, what: Partial<Incoming>): TeamsTurn => {
  const address = senderOf(activity, settings.verified);
  if (address === undefined || !activity.recipient) return { kind: 'malformed' };
  return {
    kind: 'turn',
    incoming: {
      door: 'teams',
      eventId: activity.id ?? randomUUID(),
      conversation: conversationOf(activity),
      group: isGroup(activity),
      sender: { address, name: activity.from?.name ?? undefined },
      locale: activity.locale ?? undefined,
      text: '',
      files: [],
      event: 'message',
      // An unproved caller's address is not kept: nobody may be called there, now or after verification is turned on.
      ...(settings.files.mayCall(activity.serviceUrl) ? { reference: referenceOf(activity) } : {}),
      ...what,
    },
  };
};

/** Where to write later; in a channel it is the thread that was written in. */
const referenceOf = (activity: InboundActivity): unknown => {
  const { activityId: _, ...reference } = TurnContext.getConversationReference(asSdkActivity(activity));
  return reference;
};
