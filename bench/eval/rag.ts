import { createWriteStream, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { cachedEmbeddings } from '../../rag/embed/cached-embeddings.ts';
import { localEmbeddings } from '../../rag/embed/local-embeddings.ts';
import { sqliteVectorCache } from '../../rag/sqlite/sqlite-vector-cache.ts';
import { openDatabase } from '../../store/sqlite/database.ts';
import { openedLibrary } from '../../test/opened-library.ts';
import type { Evaluation } from './evaluation.ts';
import { readCases } from './rag/cases.ts';
import { measure } from './rag/measures.ts';
import { shelve } from './rag/shelve.ts';

/** Passages ranked for a question. */
const MOST = 100;
/** Vectors the cache keeps: of every passage and question of the largest set there is. */
const MOST_VECTORS = 200_000;
const SCOPE = { tripId: 'trip_eval', familyId: undefined };

export const evaluation: Evaluation = {
  usage: '<dir> [--out rankings.jsonl] [--cache <dir>] [--workers 2]',
  run: async (args) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        out: { type: 'string' },
        cache: { type: 'string', default: join(tmpdir(), 'pathfinder-eval-cache') },
        workers: { type: 'string', default: '2' },
      },
    });
    const [folder] = positionals;
    if (folder === undefined) throw new Error(`usage: npm run eval -- rag ${evaluation.usage}`);
    const { documents, questions, gold, chatter } = readCases(folder);
    mkdirSync(values.cache, { recursive: true });
    const cache = openDatabase(join(values.cache, 'vectors.db'));
    const embeddings = cachedEmbeddings(
      localEmbeddings({ workers: Number(values.workers) }),
      sqliteVectorCache(cache, MOST_VECTORS),
    );
    // The questions are kept, too: the next run measures the ranking, not the model.
    const opened = openedLibrary({ ...embeddings, embed: (texts) => embeddings.embed(texts, 'later') });
    const started = performance.now();
    const seconds = (): number => Math.round((performance.now() - started) / 100) / 10;
    try {
      const idsOf = await shelve(opened.library, SCOPE.tripId, documents);
      console.log(`${documents.length} passages taken in after ${seconds()} s`);
      const out = values.out === undefined ? undefined : createWriteStream(values.out);
      const rankings = new Map<string | number, readonly string[]>();
      for (const { id, question, history } of questions) {
        const found = await opened.library.find({ text: question, history, scope: SCOPE }, MOST);
        const ranking = idsOf(found);
        rankings.set(id, ranking);
        out?.write(`${JSON.stringify({ id, ranking })}\n`);
      }
      await new Promise<void>((resolve) => (out ? out.end(resolve) : resolve()));
      const leftAlone = async (turns: typeof questions): Promise<number> => {
        let alone = 0;
        for (const { question, history } of turns) {
          if (!(await opened.library.wants({ text: question, history, scope: SCOPE }))) alone += 1;
        }
        return turns.length === 0 ? 0 : Math.round((alone / turns.length) * 1_000) / 1_000;
      };
      const result = {
        suite: 'rag',
        passages: documents.length,
        questions: questions.length,
        ...measure(rankings, gold),
        chatterLeftAlone: await leftAlone(chatter),
        questionsLeftAlone: await leftAlone(questions),
        seconds: seconds(),
      };
      console.table(result);
      console.log(JSON.stringify(result));
    } finally {
      await opened.close();
      await cache.close();
    }
  },
};
