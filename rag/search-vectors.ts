import { z } from 'zod';
import { documents } from '../trips/documents/document.ts';
import { PathfinderError } from '../trips/pathfinder-error.ts';
import type { Entity, Kind, Records } from '../trips/records.ts';

/** Which model made the vectors of the search index: those of another cannot be compared with them. Partition: itself. */
export interface SearchVectors extends Entity {
  readonly type: 'search_vectors';
  readonly model: string;
}

export const searchVectors: Kind<SearchVectors> = {
  type: 'search_vectors',
  version: 1,
  schema: z.object({
    pk: z.string(),
    id: z.string(),
    type: z.literal('search_vectors'),
    _schema_version: z.number(),
    model: z.string(),
  }),
};

const ID = 'search_vectors';
/** Whose vectors an index holds in which nothing says so. */
const BEFORE = 'universal-sentence-encoder-lite-1';

type Kept = Pick<Records, 'read' | 'commit'>;

/** The model whose vectors the index holds. */
export const vectorsMadeBy = async (records: Kept): Promise<string> =>
  (await records.read(searchVectors, ID, ID))?.model ?? BEFORE;

/** Notes that every vector of the index is of this model. */
export const noteVectors = async (records: Kept, model: string): Promise<void> => {
  const note: SearchVectors = { pk: ID, id: ID, type: 'search_vectors', _schema_version: 1, model };
  await records.commit(ID, [{ put: note }]);
};

/** One page of everything that is kept. */
type Pages = (
  limit: number,
  continuation?: string,
) => Promise<{
  readonly items: readonly { readonly body: { readonly type?: unknown } }[];
  readonly continuation?: string | undefined;
}>;

/** Throws `configuration`, with what to do, when documents are indexed with the vectors of another model than is set. */
export const demandVectorsOf = async (records: Kept, keptPage: Pages, model: string): Promise<void> => {
  const made = await vectorsMadeBy(records);
  if (made === model) return;
  let continuation: string | undefined;
  do {
    const page = await keptPage(100, continuation);
    if (page.items.some(({ body }) => body.type === documents.type))
      throw new PathfinderError(
        'configuration',
        `EMBEDDINGS: the search index holds vectors of ${made}, and ${model} is set. Stop every server and worker, run \`npm run reindex\` with the new settings, and start again.`,
      );
    continuation = page.continuation;
  } while (continuation !== undefined);
  await noteVectors(records, model);
};
