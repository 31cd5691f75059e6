import { createWriteStream, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { intentClassifier, OUTSIDE_BELOW } from '../../bot/understanding/intents/classifier.ts';
import { learnIntents } from '../../bot/understanding/intents/intent-model.ts';
import { localEmbeddings } from '../../rag/embed/local-embeddings.ts';
import type { Evaluation } from './evaluation.ts';

/** What a text that asks for none of the intents is labelled with. */
const OUTSIDE = 'oos';

const row = z.object({ text: z.string(), intent: z.string(), split: z.string().optional() });
type Row = z.infer<typeof row>;

/** The rows of a file of JSON lines; of one that holds several splits, those of the wanted kind. */
const read = (path: string, wanted: (split: string) => boolean): readonly Row[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => row.parse(JSON.parse(line)))
    .filter(({ split }) => split === undefined || wanted(split));

const share = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole);
const percent = (value: number): string => `${(value * 100).toFixed(1)}%`;

export const evaluation: Evaluation = {
  usage: '<train.jsonl> <test.jsonl> [--out predictions.jsonl]',
  run: async (args) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { out: { type: 'string' } },
    });
    const [train, test] = positionals;
    if (train === undefined || test === undefined) throw new Error(`usage: intents ${evaluation.usage}`);
    const examples = read(train, (split) => split === 'train');
    const cases = read(test, (split) => split !== 'train');
    const embeddings = localEmbeddings({ workers: 1 });
    const began = performance.now();
    const classifier = intentClassifier(embeddings, await learnIntents(embeddings, examples, OUTSIDE));
    const learnedMs = performance.now() - began;

    const out = values.out === undefined ? undefined : createWriteStream(values.out);
    const times: number[] = [];
    const guesses: { readonly row: Row; readonly best: string; readonly given: string; readonly confidence: number }[] =
      [];
    for (const one of cases) {
      const started = performance.now();
      const { intent: best, confidence } = await classifier.classify(one.text);
      times.push(performance.now() - started);
      const given = confidence < OUTSIDE_BELOW ? OUTSIDE : best;
      guesses.push({ row: one, best, given, confidence });
      out?.write(`${JSON.stringify({ text: one.text, intent: given, confidence })}\n`);
    }
    await new Promise<void>((resolve) => (out ? out.end(resolve) : resolve()));
    await embeddings.close();

    const inside = guesses.filter((guess) => guess.row.intent !== OUTSIDE);
    const outside = guesses.filter((guess) => guess.row.intent === OUTSIDE);
    const right = (guess: (typeof guesses)[number]): boolean => guess.given === guess.row.intent;
    times.sort((a, b) => a - b);
    const result = {
      suite: 'intents',
      examples: examples.length,
      cases: cases.length,
      inScopeAccuracy: share(inside.filter(right).length, inside.length),
      neverRefusing: share(inside.filter(({ best, row: { intent } }) => best === intent).length, inside.length),
      outOfScopeRecall: share(outside.filter(right).length, outside.length),
      p50Ms: times[Math.floor(times.length / 2)] ?? 0,
      p95Ms: times[Math.floor(times.length * 0.95)] ?? 0,
      learnedMs: Math.round(learnedMs),
    };
    console.log(`| in scope, right | right if it never refused | out of scope, refused | p50 ms | p95 ms |
|---|---|---|---|---|
| ${percent(result.inScopeAccuracy)} of ${inside.length} | ${percent(result.neverRefusing)} | ${percent(result.outOfScopeRecall)} of ${outside.length} | ${result.p50Ms.toFixed(1)} | ${result.p95Ms.toFixed(1)} |`);
    console.log(JSON.stringify(result));
  },
};
