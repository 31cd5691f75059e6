/** The house's import arrows: app -> channels, jobs -> bot -> rag, llm, cards -> trips; store implements what trips declares. */
const SMALL_LIBRARIES = 'node_modules/(zod|luxon|@types/luxon|city-timezones)(/|$)';
/** A folder may reach only the folders named for it. */
const MAY_IMPORT = {
  trips: [],
  cards: ['trips'],
  llm: ['trips'],
  rag: ['trips', 'llm', 'store/sqlite/database'],
  store: ['trips'],
  bot: ['trips', 'cards', 'rag', 'llm'],
  jobs: ['trips', 'cards', 'rag', 'llm', 'bot', 'store/sqlite/database'],
  channels: ['trips', 'cards', 'rag', 'llm', 'bot', 'jobs/queue'],
};
const TESTS = '\\.(test|contract)\\.ts$';
const ROOMS = 'app|bench|bot|cards|channels|infra|jobs|llm|rag|store|test|trips';

const arrows = Object.entries(MAY_IMPORT).map(([from, allowed]) => ({
  name: `${from}-reaches-only-its-own`,
  severity: 'error',
  from: { path: `^${from}/`, pathNot: TESTS },
  to: { path: `^(${ROOMS})/`, pathNot: `^(${[from, ...allowed].join('|')})(/|\\.ts$|$)` },
}));

module.exports = {
  forbidden: [
    ...arrows,
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'trips-is-pure',
      comment: 'The domain imports nothing outside itself but zod and small date libraries.',
      severity: 'error',
      from: { path: '^trips/', pathNot: TESTS },
      to: { pathNot: `^trips/|${SMALL_LIBRARIES}|^(node:)?crypto$` },
    },
    {
      name: 'bot-framework-at-the-doors-only',
      severity: 'error',
      from: { pathNot: '^(channels/|bot/bot\\.ts$|bench/|test/)|\\.test\\.ts$' },
      to: { path: 'node_modules/(botbuilder|botframework-[a-z]+|@microsoft/teams-ai)(/|$)' },
    },
    {
      name: 'implementations-are-chosen-in-app-only',
      severity: 'error',
      from: {
        path: '^(bot|cards|channels|rag|trips|jobs|llm)/',
        pathNot: `${TESTS}|^(rag|jobs|llm)/(sqlite|service-bus|azure-search|azure-openai)/`,
      },
      to: {
        path: '^(store|rag|jobs|llm)/(sqlite|cosmos|files|azure-search|azure-blob|service-bus|azure-openai)/',
        pathNot: '^store/sqlite/database\\.ts$',
      },
    },
    {
      name: 'no-test-code-in-the-product',
      severity: 'error',
      from: { pathNot: `${TESTS}|^(test|bench|infra)/` },
      to: { path: `^(test|bench|infra)/|${TESTS}` },
    },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
