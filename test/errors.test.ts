import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const read = (path: string): string => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');

describe('error codes', () => {
  const declared = [
    ...(/export type ErrorCode =([^;]+);/.exec(read('trips/pathfinder-error.ts'))?.[1] ?? '').matchAll(/'([a-z-]+)'/g),
  ].map(([, code]) => code);
  const documented = [...read('docs/errors.md').matchAll(/^\| `([a-z-]+)` *\|/gm)].map(([, code]) => code);

  test('should be documented, each of them, and nothing else', () => {
    expect(documented.toSorted()).toEqual(declared.toSorted());
    expect(declared.length).toBeGreaterThan(5);
  });

  test('should be thrown somewhere, each of them', () => {
    const everything = execFileSync(
      'git',
      ['grep', '-hoE', "'[a-z]+(-[a-z]+)*'", '--', '*.ts', ':!*.test.ts', ':!trips/pathfinder-error.ts'],
      { encoding: 'utf8', cwd: new URL('..', import.meta.url) },
    );
    for (const code of declared) expect(everything).toContain(`'${code}'`);
  });
});
