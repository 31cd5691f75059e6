/** `npm run bench` runs every suite; `npm run bench -- doors` one. Each prints a table for people and one line of JSON. */
const SUITES = ['doors', 'rest', 'retrieval', 'planner', 'sockets', 'jobs', 'votes', 'deadlines', 'kills'] as const;

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !SUITES.some((suite) => suite === name));
if (unknown.length > 0) {
  console.error(`No suite ${unknown.join(', ')}. There are: ${SUITES.join(', ')}.`);
  process.exit(1);
}
for (const suite of SUITES) {
  if (wanted.length === 0 || wanted.includes(suite)) await import(`./${suite}.ts`);
}
