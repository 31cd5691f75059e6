import { readFileSync } from 'node:fs';

const PAGE = new URL('../docs/checks.md', import.meta.url);
/** A link whose words are the name of a test and whose address is its file. */
const PROOF = /\[([^\]]+)\]\((\.\.\/[\w./-]+\.(?:test|contract)\.ts)\)/g;

const rows = readFileSync(PAGE, 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| what comes in |'));

/** Whether a test of that name stands in the file, as its source spells it. */
const stands = (name: string, file: string): boolean => {
  const source = readFileSync(new URL(file, PAGE), 'utf8');
  return ["'", '"', '`'].some((quote) => {
    const spelt = `${quote}${name.replaceAll(quote, `\\${quote}`)}${quote}`;
    // Nothing but the call, or a line of its own, stands before the name of a test.
    return source.split('\n').some((line) => {
      const [before, after] = line.split(spelt, 2);
      return after !== undefined && /(?:^\s*|\()$/.test(before ?? '');
    });
  });
};

test('every check names its proof, and every proof is there', () => {
  expect(rows).not.toEqual([]);
  const wrong = rows.flatMap((row) => {
    const proofs = [...row.matchAll(PROOF)].map(([, name = '', file = '']) => ({ name, file }));
    const gone = proofs.filter(({ name, file }) => !stands(name, file)).map(({ name, file }) => `${file}: ${name}`);
    return proofs.length === 0 ? [`no proof: ${row}`] : gone;
  });
  expect(wrong).toEqual([]);
});
