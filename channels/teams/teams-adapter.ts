import {
  type Activity,
  ActivityTypes,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type ConversationReference,
  type InvokeResponse,
  type ResourceResponse,
  type TurnContext,
} from 'botbuilder';
import { streamEnded, withoutStream } from './answer-stream.ts';
import { AUDIENCE } from './bot-token.ts';
import { type Connector, ConnectorRefusal } from './connector.ts';

type Logic = (context: TurnContext) => Promise<void>;
type Identity = Parameters<ConfigurationBotFrameworkAuthentication['createConnectorFactory']>[0];
type ConnectorFactory = ReturnType<ConfigurationBotFrameworkAuthentication['createConnectorFactory']>;
type ConnectorClient = Awaited<ReturnType<ConnectorFactory['create']>>;
type UserTokenClient = Awaited<ReturnType<ConfigurationBotFrameworkAuthentication['createUserTokenClient']>>;

/** More service URLs than Teams has; only a development server can be made to see them. */
const MAX_CLIENTS = 64;

/** The SDK's authentication, whose clients are made once and not for every activity. */
export class KeptClients extends ConfigurationBotFrameworkAuthentication {
  readonly #connectors = new Map<string, Promise<ConnectorClient>>();
  #tokens: Promise<UserTokenClient> | undefined;

  override createConnectorFactory(identity: Identity): ConnectorFactory {
    const factory = super.createConnectorFactory(identity);
    return {
      create: (serviceUrl, audience) => {
        const known = this.#connectors.get(serviceUrl);
        if (known) return known;
        if (this.#connectors.size >= MAX_CLIENTS) this.#connectors.clear();
        const made = factory.create(serviceUrl, audience);
        this.#connectors.set(serviceUrl, made);
        return made;
      },
    };
  }

  override createUserTokenClient(identity: Identity): Promise<UserTokenClient> {
    this.#tokens ??= super.createUserTokenClient(identity);
    return this.#tokens;
  }
}

/** The Bot Framework adapter of this door: runs verified activities, and sends through our own connector. */
export class TeamsAdapter extends CloudAdapter {
  readonly #appId: string;
  readonly #connector: Connector;
  readonly #caller: Parameters<CloudAdapter['processActivityDirect']>[0] & object;

  constructor(authentication: KeptClients, appId: string, connector: Connector) {
    super(authentication);
    this.#appId = appId;
    this.#connector = connector;
    const claimsIdentity = this.createClaimsIdentity(appId);
    this.#caller = {
      audience: AUDIENCE,
      claimsIdentity,
      connectorFactory: authentication.createConnectorFactory(claimsIdentity),
    };
  }

  /** Runs an activity whose sender was verified; resolves with what belongs into the HTTP response, rejects with what `logic` threw. */
  answer(activity: Activity, logic: Logic): Promise<InvokeResponse | undefined> {
    return this.processActivity(this.#caller, activity, logic);
  }

  /** Runs `logic` in a conversation outside a request. */
  proceed(reference: Partial<ConversationReference>, logic: Logic): Promise<void> {
    return this.continueConversationAsync(this.#appId, reference, logic);
  }

  override async sendActivities(context: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    const sent: ResourceResponse[] = [];
    for (const activity of activities) {
      if (activity.type === ActivityTypes.InvokeResponse || activity.type === ActivityTypes.Trace) {
        sent.push(...(await super.sendActivities(context, [activity])));
        continue;
      }
      // A continued conversation carries an id that no message has.
      const { replyToId, ...alone } = activity;
      const continued = context.activity.type === ActivityTypes.Event;
      const send = (one: Partial<Activity>): Promise<string | undefined> =>
        continued ? this.#connector.send(one) : this.#connector.send({ ...one, replyToId }, replyToId);
      const id = await send(alone).catch((error: unknown) => {
        if (!(error instanceof ConnectorRefusal) || streamEnded(activity) === undefined) throw error;
        return send(withoutStream(alone));
      });
      sent.push({ id: id ?? streamEnded(activity) ?? '' });
    }
    return sent;
  }

  override async updateActivity(_context: TurnContext, activity: Partial<Activity>): Promise<ResourceResponse> {
    return { id: (await this.#connector.update(activity)) ?? activity.id ?? '' };
  }
}
