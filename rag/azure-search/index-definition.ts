import type { SearchIndex as Definition } from '@azure/search-documents';

/** The semantic ranker's settings, by which a query asks for it. */
export const SEMANTIC = 'sentences';
const PROFILE = 'by-meaning';

/**
 * The index, as it is made in Azure AI Search. A document is one unit of a passage with its vector; the first unit of
 * each passage also bears the words of the whole passage. Vectors are of `dimensions` and compared by cosine.
 */
export const indexDefinition = (name: string, dimensions: number): Definition => ({
  name,
  fields: [
    { name: 'id', type: 'Edm.String', key: true, filterable: true },
    { name: 'shelf', type: 'Edm.String', filterable: true, searchable: false },
    { name: 'passage', type: 'Edm.String', filterable: true, searchable: false },
    { name: 'unit', type: 'Edm.Int32', filterable: true, sortable: true },
    { name: 'documentId', type: 'Edm.String', filterable: true, sortable: true, searchable: false },
    { name: 'document', type: 'Edm.String', searchable: true },
    { name: 'edition', type: 'Edm.String', filterable: true, searchable: false },
    { name: 'ordinal', type: 'Edm.Int32', filterable: true, sortable: true },
    { name: 'page', type: 'Edm.Int32' },
    { name: 'heading', type: 'Edm.String', searchable: true },
    { name: 'names', type: 'Collection(Edm.String)', filterable: true, facetable: true, searchable: false },
    { name: 'text', type: 'Edm.String', searchable: true, analyzerName: 'standard.lucene' },
    { name: 'start', type: 'Edm.Int32' },
    { name: 'end', type: 'Edm.Int32' },
    // Words as this product makes them, in ASCII: whitespace is all that parts them.
    { name: 'terms', type: 'Edm.String', searchable: true, analyzerName: 'whitespace' },
    {
      name: 'vector',
      type: 'Collection(Edm.Single)',
      searchable: true,
      hidden: true,
      vectorSearchDimensions: dimensions,
      vectorSearchProfileName: PROFILE,
    },
  ],
  vectorSearch: {
    algorithms: [
      { name: 'graph', kind: 'hnsw', parameters: { metric: 'cosine', m: 8, efConstruction: 400, efSearch: 500 } },
    ],
    profiles: [{ name: PROFILE, algorithmConfigurationName: 'graph' }],
  },
  semanticSearch: {
    configurations: [
      {
        name: SEMANTIC,
        prioritizedFields: {
          titleField: { name: 'heading' },
          contentFields: [{ name: 'text' }],
          keywordsFields: [{ name: 'document' }],
        },
      },
    ],
  },
});
