import { command } from './command.ts';
import { exportTo } from './export-to.ts';

/** `npm run export -- <file>`: everything that STORE keeps, to be imported by another server, into either store. */
const [path] = process.argv.slice(2);
if (path === undefined) {
  console.error('Usage: npm run export -- <file>');
  process.exitCode = 2;
} else {
  await command(async (parts) => {
    const { documents, files } = await exportTo(path, parts);
    console.log(`${documents} documents and ${files} files written to ${path}`);
  });
}
