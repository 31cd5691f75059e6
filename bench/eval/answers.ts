import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startProcess } from '../../test/stand-ins/server-process.ts';
import { type Answered, answered, type Judged, judge } from './answers/judge.ts';
import { type Asked, type AskedTrip, HALVES, type Half, SEALED, tripsOf } from './answers/trips.ts';
import type { Evaluation } from './evaluation.ts';

interface Outcome extends Judged {
  readonly trip: string;
  readonly asked: Asked;
  readonly said: Answered;
}

export const evaluation: Evaluation = {
  usage: `[--set ${[...HALVES, 'all'].join('|')}] [--trip name,name] [--all] [--misses]`,
  run: async (args) => {
    const { values } = parseArgs({
      args: [...args],
      options: {
        set: { type: 'string', default: 'all' },
        trip: { type: 'string' },
        all: { type: 'boolean', default: false },
        misses: { type: 'boolean', default: false },
      },
    });
    const wanted = values.trip?.split(',');
    const folder = mkdtempSync(join(tmpdir(), 'eval-answers-'));
    const server = await startProcess('app/server.ts', { DATA_DIR: folder, MESSAGES_PER_MINUTE: '100000' });
    const table: Record<string, ReturnType<typeof measure> & { readonly documents: number }> = {};
    try {
      for (const half of halvesOf(values.set)) {
        const trips = (await tripsOf(half)).filter(({ name }) => wanted?.includes(name) ?? true);
        const outcomes: Outcome[] = [];
        for (const trip of trips) outcomes.push(...(await examine(server.url, trip)));
        if (!SEALED.includes(half) || values.misses) tell(outcomes, values.all);
        table[half] = { documents: trips.reduce((all, { papers }) => all + papers.length, 0), ...measure(outcomes) };
      }
    } finally {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    }
    console.table(table);
    console.log(JSON.stringify({ suite: 'answers', ...table }));
  },
};

/** `dev` is short for development, `all` are all of them. */
const halvesOf = (set: string): readonly Half[] => {
  const halves = HALVES.filter((half) => set === 'all' || half === (set === 'dev' ? 'development' : set));
  if (halves.length === 0) throw new Error(`No set "${set}". There are: ${HALVES.join(', ')}, all.`);
  return halves;
};

/** Uploads a trip's papers and asks its questions, as a program of its organizer would. */
const examine = async (url: string, trip: AskedTrip): Promise<readonly Outcome[]> => {
  let token = '';
  const call = async (path: string, body?: FormData | object): Promise<Record<string, unknown>> => {
    const form = body instanceof FormData;
    const response = await fetch(`${url}/api/v1${path}`, {
      ...(body && { method: 'POST', body: form ? body : JSON.stringify(body) }),
      headers: {
        ...(token !== '' && { authorization: `Bearer ${token}` }),
        ...(!form && { 'content-type': 'application/json' }),
      },
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as Record<string, unknown>;
  };
  ({ token } = (await call('/auth/dev-token', { name: 'Asker', teamsId: `asker-${trip.name}` })) as { token: string });
  const { id: tripId } = await call('/trips', { name: trip.name, destination: trip.name });
  const texts = new Map<string, string>();
  for (const { name, bytes } of trip.papers) {
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(bytes)]), name);
    const { id } = await call(`/trips/${tripId}/documents`, form);
    const { text } = await call(`/trips/${tripId}/documents/${id}/text`);
    texts.set(String(id), String(text));
  }
  const outcomes: Outcome[] = [];
  for (const asked of trip.questions) {
    const said = answered.parse(await call('/ai/assistant/query', { tripId, query: asked.q, history: asked.history }));
    outcomes.push({ trip: trip.name, asked, said, ...judge(asked, said, (id) => texts.get(id) ?? '') });
  }
  return outcomes;
};

const share = (part: number, whole: number): number => Math.round((whole === 0 ? 1 : part / whole) * 1_000) / 1_000;

const measure = (outcomes: readonly Outcome[]) => {
  const of = (kind: Asked['kind']): readonly Outcome[] => outcomes.filter(({ asked }) => asked.kind === kind);
  const answerable = outcomes.filter(({ asked }) => asked.kind !== 'none');
  const given = answerable.filter(({ said }) => said.found);
  const isNear = ({ said }: Outcome): boolean => !said.found && said.citations.length > 0;
  const right = (all: readonly Outcome[]): number =>
    share(all.filter((one) => one.contains && one.cited).length, all.length);
  return {
    questions: outcomes.length,
    unanswerable: of('none').length,
    contains: share(answerable.filter(({ contains }) => contains).length, answerable.length),
    cited: share(answerable.filter(({ cited }) => cited).length, answerable.length),
    refused: share(of('none').filter(({ contains }) => contains).length, of('none').length),
    containsOrNear: share(answerable.filter(({ near }) => near.contains).length, answerable.length),
    citedOrNear: share(answerable.filter(({ near }) => near.cited).length, answerable.length),
    unanswerableNear: share(of('none').filter(isNear).length, of('none').length),
    answerableNear: share(answerable.filter(isNear).length, answerable.length),
    uncited: outcomes.reduce((sum, { uncited }) => sum + uncited.length, 0),
    twoDocuments: right(of('two')),
    followUps: right(of('follow-up')),
    notFound: answerable.length - given.length,
    sentencesEach: share(
      given.reduce((sum, { said }) => sum + (said.answer.match(/\[\d+\]/g)?.length ?? 0), 0),
      given.length,
    ),
  };
};

/** Prints every miss, or all of it. */
const tell = (outcomes: readonly Outcome[], all: boolean): void => {
  for (const { trip, asked, said, contains, cited, uncited } of outcomes) {
    if (contains && cited && uncited.length === 0 && !all) continue;
    const wrong = [...(contains ? [] : ['contains']), ...(cited ? [] : ['cited']), ...uncited];
    const sources = said.citations.map(({ document, page }) => (page === undefined ? document : `${document}#${page}`));
    console.log(`${wrong.length === 0 ? 'ok' : 'MISS'} ${trip} ${asked.kind}: ${asked.q}`);
    console.log(`   ${said.answer.replaceAll('\n', ' ')} (${sources.join(', ')})`);
    if (wrong.length > 0) console.log(`   ${wrong.join('; ')}; wanted ${asked.has.join(' + ') || 'nothing'}`);
  }
};
