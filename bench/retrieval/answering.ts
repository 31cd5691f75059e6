import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { localEmbeddings } from '../../rag/embed/local-embeddings.ts';
import { madePdf } from '../../rag/fixtures/made-pdf.ts';
import { openedLibrary } from '../../test/opened-library.ts';
import { chunk, numbers } from './corpus.ts';
import { spreadOf, timed } from './timing.ts';

const FIXTURES = join(import.meta.dirname, '../../rag/fixtures');
const PAGES = 40;
const LINES_A_PAGE = 30;
const TRIP = 'trip_bench';

/** Question to answer with the real model, among `chunks` chunks of the same trip; and how fast a PDF is taken in. */
export const answering = async (chunks: number) => {
  const before = process.memoryUsage.rss();
  const opened = openedLibrary(localEmbeddings({ workers: 1 }));
  const { library, index } = opened;
  try {
    await library.ready();
    const add = (name: string, bytes: Uint8Array, tripId = TRIP) =>
      library.add({ tripId, name, bytes, scope: 'trip', familyId: 'family_bench', addedBy: 'user_bench' });
    for (const name of readdirSync(FIXTURES).filter((name) => /\.(?:md|txt|html)$/.test(name))) {
      await add(name, new Uint8Array(readFileSync(join(FIXTURES, name))));
    }
    const next = numbers(11);
    for (let from = 0; from < chunks; from += 50) {
      const own = Array.from({ length: Math.min(50, chunks - from) }, (_, at) => chunk(from + at, next));
      await index.put(
        { tripId: TRIP, familyId: undefined },
        { id: `guide ${from}`, name: `guide ${from}.pdf` },
        own.map(({ heading, sentences }, ordinal) => ({
          ordinal,
          heading,
          units: sentences.map((one) => ({ ...one, span: [0, one.text.length] as const })),
        })),
      );
    }
    const questions = JSON.parse(readFileSync(join(FIXTURES, 'questions.json'), 'utf8')) as readonly {
      readonly q: string;
    }[];
    const times: number[] = [];
    const used = process.cpuUsage();
    for (const { q } of questions) {
      const scope = { tripId: TRIP, familyId: undefined };
      times.push(await timed(() => library.ask({ text: q, scope, history: [] })));
    }
    // Of every thread, the model's too: what a busy machine does not blur.
    const { user, system } = process.cpuUsage(used);
    const pdf = await madePdf((page) => {
      for (let number = 0; number < PAGES; number += 1) {
        if (number > 0) page.addPage();
        for (let line = 0; line < LINES_A_PAGE; line += 1)
          page.text(`${chunk(number * 100 + line, next).sentences[0]?.text}.`);
      }
    });
    const taken = await timed(() => add('book.pdf', pdf, 'trip_other'));
    return {
      questions: times.length,
      ...spreadOf(times.slice(3)),
      'CPU ms a question': Math.round((user + system) / 100 / questions.length) / 10,
      'pages/s in': Math.round((PAGES / taken) * 10_000) / 10,
      'MB more': Math.round((process.memoryUsage.rss() - before) / 1e6),
    };
  } finally {
    await opened.close();
  }
};
