import { type SearchStandIn, searchSettings, searchStandIn } from '../../test/stand-ins/search-service.ts';
import { wordEmbeddings } from '../fixtures/word-embeddings.ts';
import { searchIndexContract } from '../search-index.contract.ts';
import type { NewPassage, SearchIndex } from '../search-index.ts';
import { termsOf } from '../words/terms.ts';
import { azureIndex } from './azure-index.ts';
import { openSearchService, type SearchSettings } from './search-service.ts';

let service: SearchStandIn;
let indexes = 0;
beforeAll(async () => {
  service = await searchStandIn();
});
afterAll(() => service.close());

const open = async (settings: Partial<SearchSettings> = {}): Promise<SearchIndex> => {
  indexes += 1;
  return azureIndex(
    await openSearchService({ ...searchSettings(service.endpoint), index: `trips-${indexes}`, ...settings }),
  );
};

searchIndexContract('Azure AI Search', open);

describe('the index in Azure AI Search', () => {
  const GROUP = { tripId: "trip_o'hara", familyId: undefined };
  const passage = async (text: string): Promise<NewPassage> => {
    const [vector = new Float32Array(64)] = await wordEmbeddings().embed([text]);
    return { ordinal: 0, units: [{ text, vector, span: [0, text.length] }] };
  };
  const ask = async (index: SearchIndex, text: string, scope: typeof GROUP = GROUP) => {
    const [vector = new Float32Array(64)] = await wordEmbeddings().embed([text]);
    return index.search(scope, { text, vector, terms: termsOf(text), about: [] }, 5);
  };

  it('is made by its definition, with one key and a vector of the model’s length', async () => {
    await open({ index: 'made' });
    const fields = service.indexes.get('made')?.fields ?? [];
    expect(fields.filter(({ key }) => key).map(({ name }) => name)).toEqual(['id']);
    expect(fields.find(({ name }) => name === 'vector')).toMatchObject({ dimensions: 64 });
    expect(fields.find(({ name }) => name === 'shelf')).toMatchObject({ filterable: true });
  });

  it('is never searched without a filter on the reader’s shelves, in which a quote is a literal', async () => {
    const index = await open();
    const before = service.searches.length;
    await index.put(GROUP, { id: "d' or shelf ne 'x", name: "it's.txt" }, [await passage('the cot')]);
    await ask(index, 'cot');
    await index.names(GROUP);
    await index.all(GROUP);
    await index.stemsLike(GROUP, 'cott');
    await index.around(GROUP, "d' or shelf ne 'x", 1);
    await index.spread(GROUP, ['cot']);
    const made = service.searches.slice(before);
    expect(made.length).toBeGreaterThan(8);
    for (const { filter } of made) expect(filter).toMatch(/^\(shelf eq 'trip_o''hara'\)/);
    expect((await index.all(GROUP)).map(({ documentId }) => documentId)).toEqual(["d' or shelf ne 'x"]);
    expect(await index.all({ tripId: "trip_x' or shelf ne '", familyId: undefined })).toEqual([]);
  });

  it('asks words and meaning in one query, filtered before the vectors are compared', async () => {
    const index = await open();
    await index.put(GROUP, { id: 'd', name: 'd.txt' }, [await passage('the cot')]);
    const before = service.searches.length;
    await ask(index, 'cot');
    const hybrid = service.searches
      .slice(before)
      .find(({ search, vectorQueries }) => search !== undefined && vectorQueries);
    expect(hybrid).toMatchObject({ vectorFilterMode: 'preFilter', searchFields: 'terms', queryType: 'simple' });
  });

  it('waits until what was written can be found', async () => {
    const index = await open();
    service.lag(4);
    await index.put(GROUP, { id: 'd', name: 'd.txt' }, [await passage('the cot')]);
    expect((await ask(index, 'cot')).hits).toHaveLength(1);
    await index.remove(GROUP, 'd');
    service.lag(0);
    expect((await ask(index, 'cot')).hits).toEqual([]);
  });

  it('lets the semantic ranker order what it can, and does without where there is none', async () => {
    const index = await open({ semantic: true });
    await index.put(GROUP, { id: 'd', name: 'd.txt' }, [await passage('the cot')]);
    let before = service.searches.length;
    await ask(index, 'is there a cot?');
    expect(service.searches.slice(before)).toContainEqual(
      expect.objectContaining({ queryType: 'semantic', semanticQuery: 'is there a cot?' }),
    );
    service.semantic(false);
    expect((await ask(index, 'is there a cot?')).hits).toHaveLength(1);
    before = service.searches.length;
    expect((await ask(index, 'is there a cot?')).hits).toHaveLength(1);
    expect(service.searches.slice(before).map(({ queryType }) => queryType)).not.toContain('semantic');
    service.semantic(true);
  });

  it('tries again after a passing fault, and says when the service is gone', async () => {
    const index = await open();
    await index.put(GROUP, { id: 'd', name: 'd.txt' }, [await passage('the cot')]);
    service.failNext(503, 503);
    expect((await ask(index, 'cot')).hits).toHaveLength(1);
    const lost = await searchStandIn();
    const gone = azureIndex(await openSearchService(searchSettings(lost.endpoint)));
    await lost.close();
    await expect(gone.all(GROUP)).rejects.toMatchObject({ code: 'far-end-unavailable' });
  });
});
