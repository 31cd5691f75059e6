import { join } from 'node:path';
import { createBot } from '../bot/bot.ts';
import { cardViews } from '../bot/card-views.ts';
import { conversation } from '../bot/converse.ts';
import type { Courier } from '../bot/delivery.ts';
import { keepFeedback } from '../bot/feedback.ts';
import type { House } from '../bot/house.ts';
import { pollDesk } from '../bot/poll-desk.ts';
import { openMeteo } from '../bot/weather/open-meteo.ts';
import { emailCourier } from '../channels/email/email-courier.ts';
import { fileMailer } from '../channels/email/file-mailer.ts';
import { smtpMailer } from '../channels/email/smtp-mailer.ts';
import { unsubscribeLink } from '../channels/email/unsubscribe.ts';
import { entraTokens } from '../channels/entra.ts';
import { liveChannel } from '../channels/live/live-channel.ts';
import { pushChannel } from '../channels/push/push-channel.ts';
import { sourceLink } from '../channels/share/source-router.ts';
import { smsChannel } from '../channels/sms/sms-channel.ts';
import { teamsChannel } from '../channels/teams/teams-channel.ts';
import { tokens as openTokens } from '../channels/tokens.ts';
import { origins } from '../channels/web/direct-line/origins.ts';
import { webPage } from '../channels/web/page.ts';
import { webChannel } from '../channels/web/web-channel.ts';
import { planEditor } from '../jobs/tasks/edit-in-thread.ts';
import { modelGateway } from '../llm/gateway.ts';
import { keepTranscripts } from '../llm/transcript.ts';
import { cachedEmbeddings } from '../rag/embed/cached-embeddings.ts';
import { localEmbeddings } from '../rag/embed/local-embeddings.ts';
import { openLibrary } from '../rag/open-library.ts';
import { demandVectorsOf } from '../rag/search-vectors.ts';
import { sqliteVectorCache } from '../rag/sqlite/sqlite-vector-cache.ts';
import { documentCodec } from '../store/document-codec.ts';
import { keyring } from '../store/keyring.ts';
import { sharpAlbum } from '../store/photos/sharp-album.ts';
import { openDatabase } from '../store/sqlite/database.ts';
import { systemClock } from '../trips/clock.ts';
import { childrenIn } from '../trips/families/children-in.ts';
import { outboxFacts } from '../trips/notifications/fact.ts';
import { type Door, listeners } from '../trips/notifications/listener.ts';
import { mayWriteTo, optOut } from '../trips/people/addresses.ts';
import { SEALED_FIELDS } from '../trips/privacy/sealed-fields.ts';
import type { Commit, Records } from '../trips/records.ts';
import { openSpendWatch } from './azure-spend.ts';
import { openBlobs, openFanout, openIndex, openQueue, openStore } from './backends.ts';
import { budgetAlerts } from './budget-alerts.ts';
import type { Config } from './config.ts';
import { fieldKeys, tokenSecret } from './data-secrets.ts';
import { openEmbeddings } from './embeddings.ts';
import type { Log } from './log.ts';
import { openMetrics } from './metrics.ts';
import { openProviders } from './models.ts';
import { openPersonalData } from './personal-data.ts';
import { loadPlugins } from './plugins.ts';
import { tellOperator } from './tell-operator.ts';

/** Everything a process of ours runs on, chosen here and nowhere else. */
export type Composed = Awaited<ReturnType<typeof compose>>;

/**
 * Puts the implementations together that the settings ask for. `publicUrl` says how the world reaches the server, once
 * it listens. Nothing runs yet: the server and the worker start what they need. `reindexing`: the search index may hold
 * another model's vectors than the settings ask for, because they are about to be made anew.
 */
export const compose = async (config: Config, log: Log, publicUrl: () => string, { reindexing = false } = {}) => {
  const clock = systemClock;
  const database = openDatabase(join(config.DATA_DIR, 'pathfinder.db'));
  const codec = documentCodec(keyring(fieldKeys(config)), SEALED_FIELDS);
  const store = await openStore(config, database, clock, codec);
  const blobs = await openBlobs(config);
  const album = sharpAlbum(blobs);

  /** Called when a fact was written, so that the relay need not wait for its next look. */
  let factWritten = (): void => undefined;
  const woken = (commit: Commit): Commit => {
    if (commit.ok) factWritten();
    return commit;
  };
  const records: Records = {
    ...store,
    commit: (pk, changes) => {
      const saving = store.commit(pk, changes);
      const tells = changes.some((change) => 'put' in change && change.put.type === outboxFacts.type);
      return tells ? saving.then(woken) : saving;
    },
  };
  const { queue, close: closeQueue } = await openQueue(config, database, records, clock);
  const local = localEmbeddings({
    workers: config.EMBEDDING_WORKERS,
    restAfterMs: config.EMBEDDING_REST_SECONDS * 1_000,
    onCrash: (error) => log.error({ err: error }, 'an embedding process crashed and is started again'),
  });
  const vectorCache = sqliteVectorCache(database);
  const meanings = cachedEmbeddings(local, vectorCache);
  const dollars = 1_000_000;
  const aiLimits = {
    user: config.AI_BUDGET_USER_USD * dollars,
    trip: config.AI_BUDGET_TRIP_USD * dollars,
    platform: config.AI_BUDGET_PLATFORM_USD * dollars,
  };
  const chosen = await openEmbeddings(config, local, { records, clock, platformLimit: aiLimits.platform });
  const embeddings = chosen === local ? meanings : cachedEmbeddings(chosen, vectorCache);
  if (!reindexing) await demandVectorsOf(records, store.keptPage, embeddings.model);
  const metrics = openMetrics({
    outboxBacklog: async () => (await store.due(outboxFacts, new Date(clock.now()).toISOString(), 1_000)).length,
    jobs: () => queue.depth(),
  });
  const toOperator = tellOperator(config.OPERATOR_WEBHOOK_URL, queue, clock.now);
  const azureSpend = await openSpendWatch(config, clock, log, metrics, toOperator);
  const plugins = await loadPlugins(config.PLUGINS, config.environment, records);
  const models = modelGateway({
    providers: await openProviders(config, plugins.all, config.environment),
    records,
    clock,
    log,
    limits: aiLimits,
    onCall: keepTranscripts({
      ...{ records, clock, days: config.MODEL_TRANSCRIPT_DAYS },
      childrenIn: (tripId) => childrenIn(records, tripId),
    }),
    throttled: azureSpend?.throttled,
    onAlert: budgetAlerts({ records, clock, log, metrics, tellOperator: toOperator }),
  });
  const library = openLibrary({
    index: await openIndex(config, database, embeddings),
    records,
    blobs,
    embeddings,
    clock,
    log,
    models,
    limits: { maxBytes: config.MAX_UPLOAD_BYTES },
  });
  const { personal, eraser } = openPersonalData({ records, clock, log, library, album, blobs, database });
  const editPlan = planEditor(records, library, clock);
  const house: House = {
    ...{ records, library, embedder: meanings, editPlan, album, clock, log, publicUrl, models },
    weather:
      config.WEATHER_BASE_URL === undefined
        ? undefined
        : openMeteo({
            ...{ baseUrl: config.WEATHER_BASE_URL, geocodingUrl: config.WEATHER_GEOCODING_URL },
            ...{ clock, log },
          }),
    sourceLink: (source) => sourceLink({ tokens, publicUrl }, source),
  };
  const talk = conversation(house);
  const bot = createBot(async (incoming) => {
    try {
      const said = await talk.converse(incoming);
      metrics.turn(incoming.door, said.duplicate ? 'duplicate' : 'handled');
      return said;
    } catch (error) {
      metrics.turn(incoming.door, 'failed');
      throw error;
    }
  });
  const ownTokens = openTokens({ secret: tokenSecret(config), clock });
  const tokens =
    config.AUTH === 'entra' && config.ENTRA_METADATA_URL !== undefined
      ? entraTokens(
          ownTokens,
          { metadataUrl: config.ENTRA_METADATA_URL, audience: config.ENTRA_AUDIENCE },
          records,
          clock,
        )
      : ownTokens;
  const phone = (value: string) => ({ door: 'sms' as const, value });
  const sms = smsChannel({
    bot,
    records,
    settings: config,
    clock,
    log,
    mayWriteTo: (number, unasked) => mayWriteTo(records, phone(number), unasked),
    onOptOut: async (number) => {
      await optOut(records, clock, phone(number));
    },
  });
  const teams = teamsChannel({
    bot,
    settings: config,
    log,
    clock,
    views: cardViews(house),
    polls: pollDesk(house),
    listenersOf: (tripId) => records.list(listeners, tripId),
    onFeedback: (feedback) => keepFeedback(records, clock, feedback),
  });
  const web = webChannel({ bot, records, uploads: blobs, tokens, clock, log, settings: config });
  const allowed = origins({
    publicUrl: config.PUBLIC_URL,
    webOrigins: config.WEB_ORIGINS,
    production: config.production,
  });
  const live = liveChannel({
    records,
    tokens,
    origins: allowed,
    log,
    fanout: config.CACHE === 'redis' ? await openFanout(config.REDIS_URL ?? '', log) : undefined,
  });
  const push = pushChannel({ settings: config, records, tokens, origins: allowed, clock, log });
  const smtp = config.SMTP_URL === undefined ? undefined : smtpMailer({ url: config.SMTP_URL, from: config.MAIL_FROM });
  const mailer = smtp ?? fileMailer(join(config.DATA_DIR, 'mail'));
  const email = emailCourier({
    mailer,
    unsubscribeLink: (address) => unsubscribeLink({ records, tokens, publicUrl }, address),
    mayWriteTo: (value, unasked) => mayWriteTo(records, { door: 'email', value }, unasked),
  });
  const couriers: ReadonlyMap<Door, Courier> = new Map<Door, Courier>(
    [sms, teams, push?.alsoBy(web) ?? web, email, plugins.courier].flatMap((courier) =>
      courier ? [[courier.door, courier] as const] : [],
    ),
  );

  // The simulator stands in for a carrier; with a real one there is nothing to simulate.
  const page = webPage({
    simulator: !config.production && config.TWILIO_ACCOUNT_SID === '' && config.TWILIO_AUTH_TOKEN === '',
    pushKey: push?.publicKey,
    maxUploadBytes: config.MAX_UPLOAD_BYTES,
    log,
  });

  return {
    config,
    log,
    page,
    clock,
    database,
    codec,
    store,
    blobs,
    queue,
    records,
    library,
    vectorModel: embeddings.model,
    aiLimits,
    azureSpend,
    personal,
    eraser,
    house,
    metrics,
    tokens,
    channels: { sms, teams, web },
    couriers,
    plugins,
    live,
    push,
    onFact: (listener: () => void): void => {
      factWritten = listener;
    },
    /** Resolves when questions and messages are understood by meaning, not only by words. */
    ready: async (): Promise<void> => {
      await Promise.all([meanings.ready(), embeddings.ready()]);
    },
    close: async (): Promise<void> => {
      sms.close();
      await live.close();
      smtp?.close();
      await web.close();
      await library.close();
      await meanings.close();
      await closeQueue();
      await store.close();
      await database.close();
    },
  };
};
