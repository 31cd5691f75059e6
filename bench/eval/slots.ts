import { createWriteStream, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { readSlots, requested } from '../../bot/understanding/slots.ts';
import type { Evaluation } from './evaluation.ts';

const utterance = z.object({
  text: z.string(),
  today: z.iso.date(),
  requested: z.string().optional(),
  /** The day that a single date in it resolves to, where that is known. */
  expected: z.string().optional(),
});
type Utterance = z.infer<typeof utterance>;

/** A case of Microsoft's Recognizers-Text specifications (https://github.com/microsoft/Recognizers-Text/tree/master/Specs). */
const specCase = z.object({
  Input: z.string(),
  Context: z.object({ ReferenceDateTime: z.string() }).optional(),
  Results: z.array(
    z.object({
      TypeName: z.string().optional(),
      Resolution: z.object({ values: z.array(z.object({ value: z.string().optional() })).optional() }).nullish(),
    }),
  ),
});

/** The cases of a specification that name one date and nothing else; of two readings the coming one is expected. */
const singleDates = (text: string): readonly Utterance[] =>
  z
    .array(specCase)
    .parse(JSON.parse(text))
    .flatMap(({ Input, Context, Results: [first, ...more] }) => {
      if (first?.TypeName !== 'datetimeV2.date' || more.length > 0 || !Context) return [];
      const expected = first.Resolution?.values?.at(-1)?.value;
      return [{ text: Input, today: Context.ReferenceDateTime.slice(0, 10), expected }];
    });

const read = (path: string): readonly Utterance[] => {
  const text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  if (text.trimStart().startsWith('[')) return singleDates(text);
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => utterance.parse(JSON.parse(line)));
};

/** What specifications say of a day that no calendar has. */
const NO_SUCH_DAY = 'not resolved';

export const evaluation: Evaluation = {
  usage: '<utterances.jsonl | DateTimeModel.json of Recognizers-Text> [--out slots.jsonl]',
  run: async (args) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { out: { type: 'string' } },
    });
    const [path] = positionals;
    if (path === undefined) throw new Error(`usage: slots ${evaluation.usage}`);
    const out = values.out === undefined ? undefined : createWriteStream(values.out);
    const times: number[] = [];
    const misses: string[] = [];
    let expected = 0;
    const cases = read(path);
    for (const one of cases) {
      const started = performance.now();
      const slots = readSlots(one.text, one.today, requested.safeParse(one.requested).data);
      times.push(performance.now() - started);
      out?.write(`${JSON.stringify({ text: one.text, ...slots })}\n`);
      if (one.expected === undefined) continue;
      expected += 1;
      const [first, ...more] = slots.dates;
      const right =
        one.expected === NO_SUCH_DAY
          ? first === undefined
          : first?.start === one.expected && first.end === undefined && more.length === 0;
      if (!right) misses.push(`${one.text} (${one.today}): ${one.expected}, read ${JSON.stringify(slots.dates)}`);
    }
    await new Promise<void>((resolve) => (out ? out.end(resolve) : resolve()));
    times.sort((a, b) => a - b);
    const share = expected === 0 ? undefined : (expected - misses.length) / expected;
    for (const miss of misses) console.log(miss);
    console.log(
      `${cases.length} utterances${share === undefined ? '' : `; ${expected - misses.length} of ${expected} days right (${(share * 100).toFixed(1)}%)`}`,
    );
    console.log(
      JSON.stringify({
        suite: 'slots',
        cases: cases.length,
        expected,
        right: expected - misses.length,
        share,
        p50Ms: times[Math.floor(times.length / 2)] ?? 0,
      }),
    );
  },
};
