import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { startProcess } from '../../test/stand-ins/server-process.ts';
import type { Evaluation } from './evaluation.ts';

const recorded = z.array(
  z.object({ case: z.string(), expect: z.string().optional(), activity: z.record(z.string(), z.unknown()) }),
);
const answered = z.object({
  activities: z.array(z.object({ type: z.string(), text: z.string().optional(), summary: z.string().optional() })),
});

interface Taken {
  readonly case: string;
  readonly expect: string;
  readonly status: number;
  /** What was answered, or the code of the refusal. */
  readonly answer: string;
}

/** Bot Framework activities as other people's software sends them, posted to the server as they are. */
export const evaluation: Evaluation = {
  usage: '<dir with *.json, each a list of { case, activity, expect? }>',
  run: async ([folder]) => {
    if (folder === undefined) throw new Error('Name the folder of the recorded activities.');
    const data = mkdtempSync(join(tmpdir(), 'pathfinder-payloads-'));
    const server = await startProcess('app/server.ts', { DATA_DIR: data, LOG_LEVEL: 'error' });
    const taken: Taken[] = [];
    try {
      for (const name of readdirSync(folder).filter((file) => file.endsWith('.json'))) {
        const cases = recorded.safeParse(JSON.parse(readFileSync(join(folder, name), 'utf8'))).data ?? [];
        for (const one of cases) taken.push(await post(server.url, one));
      }
    } finally {
      await server.stop();
      rmSync(data, { recursive: true });
    }
    console.table(taken);
    for (const line of server.log) console.error(line);
    const count = (fits: (one: Taken) => boolean): number => taken.filter(fits).length;
    console.log(
      JSON.stringify({
        suite: 'payloads',
        cases: taken.length,
        answered: count(({ status }) => status < 300),
        refused: count(({ status }) => status >= 400 && status < 500),
        notImplemented: count(({ status }) => status === 501),
        crashed: count(({ status }) => status >= 500 && status !== 501),
      }),
    );
  },
};

/** Messages are answered in the response: nobody listens where they say they came from. */
const post = async (
  server: string,
  { case: name, expect = '', activity }: z.infer<typeof recorded>[number],
): Promise<Taken> => {
  const response = await fetch(`${server}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...activity, ...(activity.type === 'message' ? { deliveryMode: 'expectReplies' } : {}) }),
  });
  const body = await response.text();
  return { case: name, expect, status: response.status, answer: answerIn(body).slice(0, 60) };
};

const answerIn = (body: string): string => {
  if (body === '') return '';
  const json: unknown = JSON.parse(body);
  const replies = answered.safeParse(json).data?.activities;
  return replies ? replies.map(({ text, summary }) => text ?? summary ?? '').join(' / ') : body;
};
