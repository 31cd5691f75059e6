import { parseArgs } from 'node:util';
import { type ModelTranscript, modelTranscripts } from '../llm/transcript.ts';
import { command } from './command.ts';
import type { Composed } from './compose.ts';

/** What is asked for: calls for one trip or person, since an instant, the newest so many. */
export interface Wanted {
  readonly of?: string | undefined;
  readonly since?: string | undefined;
  readonly last: number;
}

/** The transcripts that are kept, the newest last. Without a trip or person the whole store is looked through. */
export const readTranscripts = async (
  { store }: Pick<Composed, 'store'>,
  { of, since = '', last }: Wanted,
): Promise<readonly ModelTranscript[]> => {
  const found: ModelTranscript[] = [];
  if (of !== undefined) found.push(...(await store.list(modelTranscripts, of)));
  else {
    let continuation: string | undefined;
    do {
      const page = await store.keptPage(100, continuation);
      for (const { body } of page.items) {
        if (body.type !== modelTranscripts.type) continue;
        const one = await store.read(modelTranscripts, body.pk, body.id);
        if (one) found.push(one);
      }
      continuation = page.continuation;
    } while (continuation !== undefined);
  }
  return found
    .filter(({ at }) => at >= since)
    .toSorted((a, b) => a.at.localeCompare(b.at))
    .slice(-last);
};

/** A transcript as an operator reads it. */
export const sayTranscript = (one: ModelTranscript): string => {
  const { at, feature, provider, model, userId, tripId = 'no trip', ms, fault } = one;
  const tokens = `${one.inputTokens ?? '?'} + ${one.outputTokens ?? '?'} tokens`;
  const head = `${at} ${feature} ${provider}/${model} ${userId} ${tripId} ${ms} ms, ${fault ?? tokens}`;
  return `${head}\n${one.exchange.replaceAll('\\n', '\n')}\n`;
};

/** `npm run transcripts -- [trip_… | user_…] [--since 2027-03-01] [--last 20]`: what language models were asked and said. */
if (import.meta.main) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { since: { type: 'string' }, last: { type: 'string', default: '20' } },
  });
  await command(async (parts) => {
    const [of] = positionals;
    const all = await readTranscripts(parts, { of, since: values.since, last: Math.max(1, Number(values.last) || 20) });
    for (const one of all) console.log(sayTranscript(one));
    console.log(`${all.length} calls.`);
  });
}
