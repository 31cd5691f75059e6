import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import twilio from 'twilio';
import type { ServerProcess as Running } from '../test/stand-ins/server-process.ts';
import { atMost, type CpuTime, cpuTime, cpuTimeEach, total } from './cpu-time.ts';
import { echoTalker, type Talker as Talking, talk, webTalker } from './doors/direct-line.ts';
import { load, medians, type Round, type Target } from './load.ts';
import { startAsShipped as start } from './start-as-shipped.ts';

/** Enough connections to keep a server busy, few enough that latency is the server's and not a queue's. */
const CONNECTIONS = 50;
const SECONDS = Number(process.env.BENCH_SECONDS ?? 4);
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 3);
/** People who talk at once; each has a trip with an open poll. */
const PEOPLE = 40;

const PUBLIC_URL = 'https://pathfinder.example';
const TOKEN = 'example-auth-token-for-the-bench';
const SID = `AC${'0'.repeat(32)}`;

interface Talker {
  readonly teamsId: string;
  readonly phone: string;
}

const post = async (base: string, path: string, body: unknown, token?: string): Promise<Record<string, never>> => {
  const response = await fetch(`${base}/api/v1${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as Record<string, never>;
};

/** Gives each talker an account at both doors, a trip and an open poll. */
const people = async (base: string): Promise<readonly Talker[]> => {
  const talkers: Talker[] = [];
  for (let index = 0; index < PEOPLE; index += 1) {
    const talker = { teamsId: `bench-person-${index}`, phone: `+1555010${String(1000 + index)}` };
    const { token } = await post(base, '/auth/dev-token', {
      name: `Bench ${index}`,
      ...talker,
      familyName: `Family${index}`,
    });
    const trip = await post(
      base,
      '/trips',
      { name: `Trip ${index}`, destination: 'Lisbon', startDate: '2027-06-11', endDate: '2027-06-15' },
      token,
    );
    await post(
      base,
      `/trips/${trip.id}/polls`,
      { question: 'Where do we eat?', options: ['Taverna', 'Pelican', 'Pizza'] },
      token,
    );
    talkers.push(talker);
  }
  return talkers;
};

let serial = 0;
const activity = (text: string, talker: Talker): string => {
  serial += 1;
  return JSON.stringify({
    type: 'message',
    id: `activity-${process.pid}-${serial}`,
    channelId: 'msteams',
    serviceUrl: 'http://127.0.0.1:9',
    deliveryMode: 'expectReplies',
    from: { id: `29:${talker.teamsId}`, aadObjectId: talker.teamsId, name: 'Bench' },
    recipient: { id: '28:bot', name: 'Pathfinder' },
    conversation: { id: `conversation-${talker.teamsId}`, conversationType: 'personal', tenantId: 'bench' },
    text,
  });
};

interface Measured {
  readonly name: string;
  readonly server: Running;
  run(seconds: number): Promise<Round>;
}

const under = (server: Running, target: Target): Measured => ({
  name: target.name,
  server,
  run: (seconds) => load(target, CONNECTIONS, seconds),
});

const teams = (name: string, running: Running, talkers: readonly Talker[], words: (n: number) => string): Measured =>
  under(running, {
    name,
    url: `http://127.0.0.1:${running.port}/api/messages`,
    request: (n) => ({
      headers: { 'content-type': 'application/json' },
      body: activity(words(n), talkers[n % talkers.length] as Talker),
    }),
  });

const sms = (name: string, running: Running, talkers: readonly Talker[], words: (n: number) => string): Measured =>
  under(running, {
    name,
    url: `http://127.0.0.1:${running.port}/api/sms`,
    request: (n) => {
      serial += 1;
      const form = {
        MessageSid: `SM${serial.toString(16).padStart(32, '0')}`,
        AccountSid: SID,
        From: (talkers[n % talkers.length] as Talker).phone,
        To: '+15550100',
        Body: words(n),
        NumMedia: '0',
      };
      return {
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          'x-twilio-signature': twilio.getExpectedTwilioSignature(TOKEN, `${PUBLIC_URL}/api/sms`, form),
        },
        body: new URLSearchParams(form).toString(),
      };
    },
  });

/** Milliseconds from starting the process on an empty folder to the first answer of the conversation. */
const coldStart = async (): Promise<number> => {
  const data = mkdtempSync(join(tmpdir(), 'pathfinder-bench-'));
  const began = performance.now();
  const server = await start('app/server.ts', { PORT: '0', DATA_DIR: data, LOG_LEVEL: 'error' });
  const response = await fetch(`http://127.0.0.1:${server.port}/api/sms`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({
      MessageSid: `SM${'f'.repeat(32)}`,
      From: '+15550101',
      To: '+15550100',
      Body: 'Hi',
      NumMedia: '0',
    }),
  });
  const text = await response.text();
  const took = performance.now() - began;
  await server.stop();
  rmSync(data, { recursive: true });
  if (!text.includes('Pathfinder')) throw new Error(`the first answer was: ${text}`);
  return took;
};

const data = mkdtempSync(join(tmpdir(), 'pathfinder-bench-'));
const starts = [await coldStart(), await coldStart(), await coldStart()].sort((a, b) => a - b);
const echo = await start('bench/baselines/express-echo.ts', {});
const bot = await start('bench/baselines/cloud-adapter-echo.ts', {});
const directLine = await start('bench/baselines/direct-line-echo.ts', {});
const durable = await start('bench/baselines/direct-line-durable.ts', {});
const webhook = await start('bench/baselines/twilio-webhook.ts', { TWILIO_AUTH_TOKEN: TOKEN, PUBLIC_URL });
const ours = await start('app/server.ts', {
  PORT: '0',
  DATA_DIR: data,
  LOG_LEVEL: 'error',
  TWILIO_AUTH_TOKEN: TOKEN,
  PUBLIC_URL,
  MESSAGES_PER_MINUTE: '1000000',
});
const talkers = await people(`http://127.0.0.1:${ours.port}`);
const help = (): string => 'help';
const vote = (n: number): string => String((Math.floor(n / talkers.length) % 3) + 1);

const targets: readonly Measured[] = [
  teams('bare Express echo', echo, talkers, help),
  teams('bare CloudAdapter echo', bot, talkers, help),
  teams('Teams turn, help', ours, talkers, help),
  teams('Teams turn, vote', ours, talkers, vote),
  sms('bare signed Twilio webhook', webhook, talkers, help),
  sms('SMS turn, help', ours, talkers, help),
  sms('SMS turn, vote', ours, talkers, vote),
];
const many = (open: (base: string) => Promise<Talking>, { url }: Running): Promise<readonly Talking[]> =>
  Promise.all(Array.from({ length: CONNECTIONS }, () => open(url)));
/** From posting a message to its reply, which comes over the stream: whoever talks waits for it before the next. */
const talks = [
  ['bare Express echo, awaited', echo, await many(echoTalker, echo)],
  ['bare Direct Line echo', directLine, await many(webTalker, directLine)],
  ['bare Direct Line echo, durable', durable, await many(webTalker, durable)],
  ['Direct Line message → reply, help', ours, await many(webTalker, ours)],
] as const;
const loads: readonly Measured[] = [
  ...targets,
  ...talks.map(([name, server, talkers]) => ({ name, server, run: (seconds: number) => talk(talkers, seconds, help) })),
];
const rounds = new Map<string, Round[]>(loads.map(({ name }) => [name, []]));
/** Of each load what its server used for one request, and the clients here, in the round in which the server's was least: what else runs only adds to it. */
const cpu = new Map<string, { readonly server: CpuTime; readonly clients: CpuTime }>();
for (const { run } of loads) await run(1);
for (let round = 0; round < ROUNDS; round += 1) {
  for (const { name, server, run } of loads) {
    const [before, here, began] = [cpuTime(server.pid), cpuTime(process.pid), performance.now()];
    const came = await run(SECONDS);
    rounds.get(name)?.push(came);
    const times = (came.perSecond * (performance.now() - began)) / 1000;
    const used = cpuTimeEach(before, cpuTime(server.pid), times);
    const clients = cpuTimeEach(here, cpuTime(process.pid), times);
    const least = cpu.get(name);
    if (used && clients && (!least || total(used) < total(least.server))) cpu.set(name, { server: used, clients });
  }
}
for (const talking of talks.flatMap(([, , talkers]) => talkers)) talking.close();
await Promise.all([echo, bot, directLine, durable, webhook, ours].map((running) => running.stop()));
rmSync(data, { recursive: true });

const results = Object.fromEntries([...rounds].map(([name, all]) => [name, medians(all)]));
const ratio = (a: string, b: string): number =>
  Math.round(((results[a]?.perSecond ?? 0) / (results[b]?.perSecond ?? 1)) * 100) / 100;
const ratios = {
  'Teams help / bare CloudAdapter': ratio('Teams turn, help', 'bare CloudAdapter echo'),
  'Teams vote / bare CloudAdapter': ratio('Teams turn, vote', 'bare CloudAdapter echo'),
  'SMS help / bare webhook': ratio('SMS turn, help', 'bare signed Twilio webhook'),
  'SMS vote / bare webhook': ratio('SMS turn, vote', 'bare signed Twilio webhook'),
  'Direct Line reply / bare Express echo': ratio('Direct Line message → reply, help', 'bare Express echo, awaited'),
  'Direct Line reply / bare Direct Line echo': ratio('Direct Line message → reply, help', 'bare Direct Line echo'),
  // The most that can be had on these libraries, on a machine where clients and server share the processors.
  'bare durable Direct Line / bare Express echo': ratio('bare Direct Line echo, durable', 'bare Express echo, awaited'),
  'Direct Line reply / bare durable Direct Line': ratio(
    'Direct Line message → reply, help',
    'bare Direct Line echo, durable',
  ),
};

console.log(
  `Medians of ${ROUNDS} rounds of ${SECONDS} s each, ${CONNECTIONS} connections, all in turn on this machine; ours durable (fsync) and deduplicated.`,
);
console.table(
  Object.fromEntries(
    Object.entries(results).map(([name, { perSecond, p50, p97_5, p99, failed }]) => [
      name,
      { 'req/s': Math.round(perSecond), p50, 'p97.5': p97_5, p99, failed },
    ]),
  ),
);
console.table(ratios);
const processors = availableParallelism();
const cpuTimes = Object.fromEntries(
  [...cpu].map(([name, { server, clients }]) => [
    name,
    { ...server, clients: Math.round(total(clients)), atMost: atMost(server, clients, processors) },
  ]),
);
if (cpu.size > 0) {
  console.log(
    `CPU time of the server for each, in µs, in its best round: main thread, threads of its own, V8 beside them. Beside it the clients', and how many a second ${processors} processors had time for at most.`,
  );
  console.table(cpuTimes);
}
console.log(`Cold start to first answer, empty data folder: ${starts.map((ms) => `${Math.round(ms)} ms`).join(', ')}`);
console.log(JSON.stringify({ suite: 'doors', results, ratios, cpu: cpuTimes, coldStartMs: starts[1] }));
