import type { Server } from 'node:http';
import type { Activity, ActivityHandler } from 'botbuilder';
import express from 'express';
import type { Logger } from 'pino';
import type { Delivered } from '../../bot/delivery.ts';
import type { Reply } from '../../cards/reply.ts';
import type { Clock } from '../../trips/clock.ts';
import { guestLinkOpens } from '../../trips/guests/join-as-guest.ts';
import type { Recipient } from '../../trips/notifications/listener.ts';
import type { Records } from '../../trips/records.ts';
import type { Channel } from '../channel.ts';
import type { Tokens } from '../tokens.ts';
import { activityId } from './addressed.ts';
import { answerLines, type UploadStore } from './answer-lines.ts';
import { origins } from './direct-line/origins.ts';
import { DIRECT_LINE_PATH, directLineRoutes } from './direct-line/routes.ts';
import { streams } from './direct-line/stream.ts';
import { MAX_TEXT, type PageHints, renderingOnce } from './render-web.ts';
import { type AppendOptions, type Line, transcript } from './transcript.ts';

/** The settings of this door, by the names of app/config.ts. */
export interface WebSettings {
  readonly AUTH: string;
  readonly PUBLIC_URL?: string | undefined;
  readonly WEB_ORIGINS: readonly string[];
  readonly MAX_UPLOAD_BYTES: number;
  readonly MESSAGES_PER_MINUTE: number;
  readonly production: boolean;
}

export interface WebChannelOptions {
  readonly bot: ActivityHandler;
  readonly records: Records;
  /** Holds an upload until its turn is over. */
  readonly uploads: UploadStore;
  readonly tokens: Tokens;
  readonly clock: Clock;
  readonly log: Logger;
  readonly settings: WebSettings;
}

/** Web chat as a door. A process that only delivers (a worker) needs neither `attach` nor `resume`. */
export interface WebChannel extends Channel {
  /** Takes the WebSocket upgrades of Direct Line streams on this server. */
  attach(server: Server): void;
  /** Answers what was saved and not answered before the process ended. Call it once at start. */
  resume(): Promise<void>;
  /** Ends the streams and waits for the turns that run. */
  close(): Promise<void>;
}

/** The web door: a Direct Line 3.0 server whose conversations are documents in the store. */
export const webChannel = (options: WebChannelOptions): WebChannel => {
  const { bot, records, uploads, tokens, clock, log, settings } = options;
  const said = transcript({ records, clock });
  const allowed = origins({
    publicUrl: settings.PUBLIC_URL,
    webOrigins: settings.WEB_ORIGINS,
    production: settings.production,
  });
  const live = streams({ tokens, transcript: said, origins: allowed, log });
  said.onAppend(live.appended);
  const render = renderingOnce();
  const answers = answerLines({
    bot,
    transcript: said,
    uploads,
    log,
    render,
    whisper: live.whisper,
  });

  const directLine = directLineRoutes({
    tokens,
    transcript: said,
    answers,
    uploads,
    origins: allowed,
    log,
    guests: settings.AUTH === 'dev',
    guestLinkOpens: (token) => guestLinkOpens(records, clock, token),
    maxUploadBytes: settings.MAX_UPLOAD_BYTES,
    messagesPerMinute: settings.MESSAGES_PER_MINUTE,
  });
  const router = express.Router().use(DIRECT_LINE_PATH, directLine.router);

  const write = async (to: Recipient, activity: Partial<Activity>, options: AppendOptions): Promise<Delivered> => {
    const line: Line = { activity };
    const appended = await said.append(to.conversation, [line], options);
    if (appended.status === 'appended') return { status: 'sent', messageId: appended.lines[0]?.activity.id };
    if (appended.status === 'repeated') {
      return { status: 'sent', messageId: activityId(to.conversation, appended.sequence) };
    }
    return { status: 'refused', why: 'the conversation is over' };
  };

  return {
    door: 'web',
    capabilities: { cards: 'submit', update: true, groups: false, maxText: MAX_TEXT },
    router,
    first: directLine.first,
    deliver: (to, reply, key) => write(to, render(reply), { key: `deliver ${key}` }),
    // A transcript only grows: the page shows the newest of the messages that replace one another, in the place of the first.
    update: (to, messageId, reply: Reply) => {
      const activity = render(reply);
      const hints: PageHints = { ...activity.channelData?.pathfinder };
      const replaces = hints.replaces ?? `message:${messageId}`;
      const channelData = { pathfinder: { ...hints, replaces, quietly: true } satisfies PageHints };
      return write(to, { ...activity, channelData }, { unlessSame: true });
    },
    attach: live.attach,
    resume: answers.resume,
    close: async () => {
      live.close();
      await answers.close();
    },
  };
};
