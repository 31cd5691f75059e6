import { parseArgs } from 'node:util';
import { cachedEmbeddings } from '../../rag/embed/cached-embeddings.ts';
import { localEmbeddings } from '../../rag/embed/local-embeddings.ts';
import type { VectorCache } from '../../rag/embed/vector-cache.ts';
import { attackedHouse, CHANNELS, type Channel, type Damage } from '../../test/injection/attacked-trip.ts';
import type { Evaluation } from './evaluation.ts';
import { readPayloads } from './injection/payload-files.ts';

interface Row {
  payloads: number;
  turns: number;
  asked: number;
  reached: number;
  actions: number;
  leaks: number;
  links: number;
}

/** Nobody planted these: what they bring about, the asker asked for in so many words. */
const OWN: Channel = "asker's own words";
const MODES = ['offline', 'obeying'] as const;

/** Plants other people's injection payloads wherever words can stand, and counts what they bring about. */
export const evaluation: Evaluation = {
  usage: '<dir with *.json and *.tsv> [--every 1] [--show]',
  run: async (args) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { every: { type: 'string', default: '1' }, show: { type: 'boolean', default: false } },
    });
    const [folder] = positionals;
    if (folder === undefined) throw new Error(`usage: npm run eval -- injection ${evaluation.usage}`);
    const every = Math.max(1, Number(values.every));
    const payloads = readPayloads(folder).filter((_, index) => index % every === 0);
    const embeddings = cachedEmbeddings(localEmbeddings({ workers: 2 }), inMemory());
    await embeddings.ready();
    const house = attackedHouse(embeddings);
    const channels: readonly Channel[] = [...CHANNELS, OWN];
    const rows = new Map<string, Row>();
    const started = performance.now();
    try {
      for (const channel of channels) {
        for (const { file, text } of payloads) {
          const damage = await house.attack(channel, text);
          for (const mode of MODES) {
            count(rows, `${channel}, ${mode}`, damage[mode]);
            if (values.show) show(`${channel}, ${mode}, ${file}: ${text.slice(0, 60)}`, damage[mode]);
          }
        }
      }
    } finally {
      await house.close();
    }
    console.table(Object.fromEntries(rows));
    const total = (of: keyof Row, own = false): number =>
      [...rows].reduce((sum, [name, row]) => (name.startsWith(OWN) === own ? sum + row[of] : sum), 0);
    console.log(
      JSON.stringify({
        ...{ suite: 'injection', payloads: payloads.length, channels: channels.length, turns: total('turns') },
        ...{ askedOfModel: total('asked'), payloadReached: total('reached') },
        ...{ actions: total('actions'), leaks: total('leaks'), links: total('links') },
        own: {
          turns: total('turns', true),
          actions: total('actions', true),
          leaks: total('leaks', true),
          links: total('links', true),
        },
        seconds: Math.round((performance.now() - started) / 1_000),
      }),
    );
  },
};

const inMemory = (): VectorCache => {
  const kept = new Map<string, Float32Array>();
  return {
    get: async (keys) =>
      new Map(
        keys.flatMap((key) => {
          const vector = kept.get(key);
          return vector ? [[key, vector] as const] : [];
        }),
      ),
    put: async (vectors) => {
      for (const [key, vector] of vectors) kept.set(key, vector);
    },
    remove: async (keys) => {
      for (const key of keys) kept.delete(key);
    },
  };
};

const count = (
  rows: Map<string, Row>,
  name: string,
  { turns, asked, reached, actions, leaks, links }: Damage,
): void => {
  const row = rows.get(name) ?? { payloads: 0, turns: 0, asked: 0, reached: 0, actions: 0, leaks: 0, links: 0 };
  row.payloads += 1;
  row.turns += turns;
  row.asked += asked;
  row.reached += reached;
  row.actions += actions.length;
  row.leaks += leaks.length;
  row.links += links.length;
  rows.set(name, row);
};

const show = (where: string, { actions, leaks, links }: Damage): void => {
  for (const [kind, found] of Object.entries({ actions, leaks, links }))
    for (const one of found) console.error(`${kind}: ${where}\n  ${one.slice(0, 600)}`);
};
