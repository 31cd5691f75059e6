import { randomUUID } from 'node:crypto';
import { TurnContext } from 'botbuilder';
import type { Incoming } from '../../bot/incoming.ts';
import { asSdkActivity, conversationOf, type InboundActivity, isGroup } from './activity.ts';
import { executedAct, submittedAct } from './card-act.ts';
import { type FileSettings, incomingFiles } from './incoming-files.ts';
import { saidText } from './said-text.ts';

/** What an activity is to this door. */
export type TeamsTurn =
  | { readonly kind: 'turn'; readonly incoming: Incoming }
  /** Typing, reactions, edits, other people joining: taken note of by nobody. */
  | { readonly kind: 'ignored' }
  /** An invoke that is none of the bot's card actions: the Bot Framework answers it. */
  | { readonly kind: 'other-invoke' }
  | { readonly kind: 'malformed' };

export interface ReadTurnSettings {
  /** Whether who sent it was proved by a token. */
  readonly verified: boolean;
  readonly files: FileSettings;
}

const CARD_ACTION = 'adaptiveCard/action';

/** The turn that a verified activity asks for. */
export const readTurn = (activity: InboundActivity, settings: ReadTurnSettings): TeamsTurn => {
  switch (activity.type) {
    case 'message':
      return turn(activity, settings, {
        text: saidText(activity),
        act: submittedAct(activity),
        files: incomingFiles(activity, settings.files),
      });
    case 'invoke': {
      if (activity.name !== CARD_ACTION) return { kind: 'other-invoke' };
      const act = executedAct(activity);
      return act ? turn(activity, settings, { act }) : { kind: 'malformed' };
    }
    case 'conversationUpdate':
      return wasAdded(activity) ? turn(activity, settings, { event: 'joined' }) : { kind: 'ignored' };
    // Its counterpart `add` comes beside the conversationUpdate that adds the bot: one greeting is enough.
    case 'installationUpdate':
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
      sender: { address: { door: 'teams', value: address }, name: activity.from?.name ?? undefined },
      text: '',
      files: [],
      event: 'message',
      // An unproved caller's address is not kept: nobody may be called there, now or after verification is turned on.
      ...(settings.files.mayCall(activity.serviceUrl) ? { reference: referenceOf(activity) } : {}),
      ...what,
    },
  };
};

/** Longer ids than a person's address may be are no Teams ids. */
const MAX_ADDRESS = 320;

/**
 * Who sent it. Only Teams itself vouches for `aadObjectId`: on other verified channels a client may write there what
 * it likes, so their ids are kept apart from those of Teams.
 */
const senderOf = ({ from, channelId }: InboundActivity, verified: boolean): string | undefined => {
  if (!from) return undefined;
  const value = verified && channelId !== 'msteams' ? `${channelId}:${from.id}` : (from.aadObjectId ?? from.id);
  return value.length > MAX_ADDRESS ? undefined : value;
};

/** Where to write later; in a channel it is the thread that was written in. */
const referenceOf = (activity: InboundActivity): unknown => {
  const { activityId: _, ...reference } = TurnContext.getConversationReference(asSdkActivity(activity));
  return reference;
};
