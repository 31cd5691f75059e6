import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

test('should show two families at two doors, from nothing to a plan, and end by itself', async () => {
  const child = spawn(process.execPath, [fileURLToPath(new URL('../app/demo.ts', import.meta.url))], {
    env: { PATH: process.env.PATH },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (said += part));
  const [code] = (await once(child, 'exit')) as [number | null];
  expect(said).toMatch(/Bea \(SMS\) {2}< The Chens vote 2\) Casa Guedes/);
  expect(said).toMatch(/Ana \(web\) {2}< Your plan is ready/);
  expect(said).toMatch(/Two families, two doors, one plan/);
  expect(code).toBe(0);
});
