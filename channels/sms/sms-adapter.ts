import { type Activity, type ActivityHandler, BotAdapter, type ResourceResponse, TurnContext } from 'botbuilder';
import { type DoorTurn, enterTurn } from '../../bot/bot.ts';
import type { Reply } from '../../cards/reply.ts';
import type { Inbound } from './inbound.ts';
import { smsText } from './sms-text.ts';
import { lineOf } from './text-line.ts';

/** Runs one text message through the bot and resolves with the texts to answer with, in order. */
export type SmsTurn = (inbound: Inbound) => Promise<readonly string[]>;

/** The Bot Framework adapter of this door: what the bot sends in a turn is kept for the webhook's answer. */
export const smsTurns = (bot: ActivityHandler): SmsTurn => {
  const adapter = new SmsAdapter();
  return (inbound) => adapter.turn(bot, inbound);
};

/** A turn whose texts are kept. The SDK's way of sending, with copies and handlers for each message, would take as long as making the text. */
class TextTurn extends TurnContext {
  readonly sent: string[] = [];

  override async sendActivities(activities: readonly Partial<Activity>[]): Promise<ResourceResponse[]> {
    return activities.map(({ type, text }, index) => {
      if (type === 'message' && text) this.sent.push(text);
      // They go out within the answer, where Twilio gives them ids that nobody learns.
      return { id: `${this.activity.id}-${index}` };
    });
  }
}

class SmsAdapter extends BotAdapter {
  async turn(bot: ActivityHandler, { incoming, messageSid, to }: Inbound): Promise<readonly string[]> {
    const activity: Partial<Activity> = {
      type: 'message',
      id: messageSid,
      channelId: 'sms',
      text: incoming.text,
      from: { id: incoming.conversation, name: '' },
      recipient: { id: to, name: '' },
      conversation: { id: incoming.conversation, name: '', isGroup: false, conversationType: 'personal' },
      serviceUrl: '',
    };
    const context = new TextTurn(this, activity as Activity);
    const line = lineOf(incoming.conversation);
    const render = (reply: Reply): Partial<Activity> => ({ type: 'message', text: smsText(reply, line) });
    const turn: DoorTurn = { incoming, render, answersRepeats: true };
    enterTurn(context, turn);
    // Not through runMiddleware: this adapter is ours alone and has none, and its revocable proxy is a fifth of a turn's cost.
    await bot.run(context);
    return context.sent;
  }

  override async sendActivities(context: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    return context.sendActivities(activities);
  }

  override async updateActivity(): Promise<never> {
    throw new Error('a text message cannot be changed once it is sent');
  }

  override async deleteActivity(): Promise<never> {
    throw new Error('a text message cannot be taken back');
  }

  override async continueConversation(): Promise<never> {
    throw new Error('texts outside a turn go through the courier');
  }
}
