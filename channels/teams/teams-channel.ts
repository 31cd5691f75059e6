import type { ActivityHandler } from 'botbuilder';
import type { Logger } from 'pino';
import type { CardViews } from '../../bot/card-views.ts';
import type { Feedback } from '../../bot/feedback.ts';
import type { PollDesk } from '../../bot/poll-desk.ts';
import { type Clock, systemClock } from '../../trips/clock.ts';
import { PathfinderError } from '../../trips/pathfinder-error.ts';
import type { Channel } from '../channel.ts';
import { type BotIdentity, botToken } from './bot-token.ts';
import { botConnector } from './connector.ts';
import { feedbackInvoke } from './feedback-invoke.ts';
import { MICROSOFT_FILE_HOSTS } from './incoming-files.ts';
import { CARD_VIEW } from './invoke.ts';
import { messageExtension } from './message-extension.ts';
import { messagesRoute } from './messages-route.ts';
import { type ListenersOf, ownViewsFor, viewInvoke } from './own-views.ts';
import { MAX_TEXT } from './render-teams.ts';
import { mayCall } from './service-url.ts';
import { KeptClients, TeamsAdapter } from './teams-adapter.ts';
import { type TeamsApplication, teamsApplication } from './teams-application.ts';
import { teamsCourier } from './teams-courier.ts';
import { callerCheck, PUBLIC_CLOUD } from './verify-caller.ts';

/** The settings of this door, by the names of app/config.ts. */
export interface TeamsSettings {
  readonly MICROSOFT_APP_ID: string;
  readonly MICROSOFT_APP_PASSWORD: string;
  readonly MICROSOFT_APP_TYPE: BotIdentity['type'];
  readonly MICROSOFT_APP_TENANT_ID: string;
  readonly BOT_OPENID_METADATA_URL?: string | undefined;
  readonly BOT_TOKEN_ISSUER?: string | undefined;
  readonly BOT_LOGIN_URL?: string | undefined;
  readonly TEAMS_TENANTS: readonly string[];
  /** Hosts, besides Microsoft's own, whose file links are followed. */
  readonly TEAMS_FILE_HOSTS: readonly string[];
  readonly MAX_UPLOAD_BYTES: number;
}

export interface TeamsChannelParts {
  readonly bot: ActivityHandler;
  readonly settings: TeamsSettings;
  readonly log: Logger;
  /** Shows a card as who looks at it may see it. */
  readonly views: CardViews;
  readonly listenersOf: ListenersOf;
  /** Finds and opens polls for the message extension. */
  readonly polls: PollDesk;
  /** Keeps what people think of answers. */
  readonly onFeedback: (feedback: Feedback) => Promise<void>;
  readonly clock?: Clock;
  /** Milliseconds a message may take before the typing indicator shows. */
  readonly typingAfterMs?: number;
  /** Milliseconds between updates of an answer that is being made. */
  readonly streamGapMs?: number;
  /** Milliseconds the connector's first retry may wait. */
  readonly pauseMs?: number;
  /** Passes the time until a conversation may be written to again. */
  readonly wait?: (ms: number) => Promise<unknown>;
}

export interface TeamsChannel extends Channel {
  /** Loads what the first activity needs (0.4 s of this process); otherwise that activity waits for it. */
  warm(): Promise<void>;
}

/** Short enough to be seen, long enough that most answers come first. */
const TYPING_AFTER_MS = 700;
/** Teams recommends 1.5 to 2 s between the updates of a stream. https://learn.microsoft.com/microsoftteams/platform/bots/streaming-ux */
const STREAM_GAP_MS = 1_500;
/** Milliseconds to fetch a file: within the 15 s after which Teams sends an activity again. */
const FILE_TIMEOUT_MS = 8_000;

/**
 * The Teams door, and that of every Azure Bot Service channel and emulator. Without MICROSOFT_APP_ID nobody is
 * verified, and nothing is called but loopback. Throws `configuration` when the identity is incomplete.
 */
export const teamsChannel = (parts: TeamsChannelParts): TeamsChannel => {
  const { bot, settings, log, clock = systemClock } = parts;
  const appId = settings.MICROSOFT_APP_ID;
  const verified = appId !== '';
  const callable = mayCall(verified);
  const token = botToken({
    appId,
    password: settings.MICROSOFT_APP_PASSWORD,
    type: settings.MICROSOFT_APP_TYPE,
    tenantId: settings.MICROSOFT_APP_TENANT_ID,
    loginUrl: settings.BOT_LOGIN_URL,
    clock,
  });
  const connector = botConnector({ token, mayCall: callable, pauseMs: parts.pauseMs, wait: parts.wait });
  const adapter = new TeamsAdapter(authentication(settings), appId, connector);

  const ownViews = ownViewsFor(parts.listenersOf);
  let loading: Promise<TeamsApplication> | undefined;
  const application = (): Promise<TeamsApplication> => {
    loading ??= teamsApplication(bot);
    return loading;
  };

  return {
    ...teamsCourier(adapter, ownViews, log),
    capabilities: { cards: 'execute', update: true, groups: true, maxText: MAX_TEXT },
    router: messagesRoute({
      adapter,
      application,
      log,
      views: parts.views,
      ownViews,
      invokes: {
        [CARD_VIEW]: viewInvoke(parts.views, ownViews),
        ...messageExtension(parts.polls, ownViews),
        'message/submitAction': feedbackInvoke(parts.onFeedback),
      },
      typingAfterMs: parts.typingAfterMs ?? TYPING_AFTER_MS,
      streamGapMs: parts.streamGapMs ?? STREAM_GAP_MS,
      tenants: settings.TEAMS_TENANTS,
      verify: verified
        ? callerCheck({
            appId,
            metadataUrl: settings.BOT_OPENID_METADATA_URL ?? PUBLIC_CLOUD.metadataUrl,
            issuer: settings.BOT_TOKEN_ISSUER ?? PUBLIC_CLOUD.issuer,
            clock,
          })
        : undefined,
      reading: {
        verified,
        files: {
          maxBytes: settings.MAX_UPLOAD_BYTES,
          timeoutMs: FILE_TIMEOUT_MS,
          hosts: [...MICROSOFT_FILE_HOSTS, ...settings.TEAMS_FILE_HOSTS],
          mayCall: callable,
          token: token.get,
        },
      },
    }),
    warm: async () => {
      await application();
    },
  };
};

const authentication = (settings: TeamsSettings): KeptClients => {
  try {
    return new KeptClients({
      MicrosoftAppId: settings.MICROSOFT_APP_ID,
      MicrosoftAppPassword: settings.MICROSOFT_APP_PASSWORD,
      MicrosoftAppType: settings.MICROSOFT_APP_TYPE,
      MicrosoftAppTenantId: settings.MICROSOFT_APP_TENANT_ID,
    });
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new PathfinderError('configuration', `The bot's identity (MICROSOFT_APP_*) needs mending: ${why}`, cause);
  }
};
