import { hash } from 'node:crypto';
import { access, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { constants, gzip } from 'node:zlib';
import { newToken } from '../../trips/ids.ts';

const APP = fileURLToPath(new URL('./app/', import.meta.url));
const FORMAT = 'bundle 2';
/** Where a bundle is kept when the caller names no place: beside other build results, which npm ci removes. */
const CACHE = fileURLToPath(new URL('../../node_modules/.cache/pathfinder-page/', import.meta.url));

/** Files of the page by name (`app.js`), plain and gzipped. */
export type Bundle = ReadonlyMap<string, { readonly plain: Buffer; readonly gzip: Buffer }>;

/**
 * The page's script and style sheet, bundled once per content and kept in `cacheDir`. The work runs in esbuild's own
 * process, which ends with it. Throws when the sources cannot be bundled; a cache that cannot be written is done without.
 */
export const bundlePage = async (cacheDir = CACHE): Promise<Bundle> => {
  const folder = join(cacheDir, await contentKey());
  if (await present(folder)) return read(folder);
  const files = await build();
  try {
    await keep(folder, files);
  } catch {
    // A read-only installation bundles at every start.
  }
  return files;
};

/** Changes with everything that goes into the bundle. */
const contentKey = async (): Promise<string> => {
  const names = (await readdir(APP)).toSorted();
  const sources = await Promise.all(names.map(async (name) => [name, await readFile(join(APP, name), 'utf8')]));
  const require = createRequire(import.meta.url);
  const versions = await Promise.all(
    ['botframework-webchat', 'react-dom', 'esbuild', 'zod'].map((name) => versionOf(require.resolve(name), name)),
  );
  return hash('sha256', JSON.stringify([FORMAT, sources, versions]), 'hex').slice(0, 32);
};

const versionOf = async (entry: string, name: string): Promise<string> => {
  const folder = entry.slice(0, entry.lastIndexOf(join('node_modules', name)) + join('node_modules', name).length);
  return JSON.parse(await readFile(`${folder}${sep}package.json`, 'utf8')).version;
};

const build = async (): Promise<Bundle> => {
  // Loaded only when there is something to bundle: it is not needed at most starts.
  const { build: esbuild, stop } = await import('esbuild');
  const { outputFiles } = await esbuild({
    entryPoints: { app: join(APP, 'main.tsx'), 'service-worker': join(APP, 'service-worker.ts') },
    outdir: 'page',
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    legalComments: 'linked',
    logLevel: 'silent',
    define: { 'process.env.NODE_ENV': '"production"', 'process.env.node_env': '"production"' },
    alias: { punycode: join(APP, 'punycode.ts'), ...UNBUILT },
    plugins: [WITHOUT_SPEECH],
  }).finally(stop);
  const entries = await Promise.all(
    outputFiles.map(async ({ path, contents }) => {
      const plain = Buffer.from(contents);
      return [path.slice(path.lastIndexOf(sep) + 1), { plain, gzip: await squeeze(plain) }] as const;
    }),
  );
  return new Map(entries);
};

/**
 * Packages that compile themselves for old browsers when they are installed, which npm allows only where it is told to:
 * what they would compile is bundled in their place.
 */
const UNBUILT = { 'p-defer-es5': 'p-defer', 'markdown-it-attrs-es5': 'markdown-it-attrs' };

/** Web Chat brings three speech clients, half a megabyte that nobody speaks to here. */
const WITHOUT_SPEECH = {
  name: 'without speech',
  setup: (build: import('esbuild').PluginBuild): void => {
    const filter =
      /^(microsoft-cognitiveservices-speech-sdk|botframework-directlinespeech-sdk|web-speech-cognitive-services)/;
    build.onResolve({ filter }, ({ path }) => ({ path, namespace: 'speech' }));
    build.onLoad({ filter: /.*/, namespace: 'speech' }, () => ({ contents: 'module.exports = {};', loader: 'js' }));
  },
};

const compress = promisify(gzip);
const squeeze = (plain: Buffer): Promise<Buffer> => compress(plain, { level: constants.Z_BEST_COMPRESSION });

const present = async (folder: string): Promise<boolean> => {
  try {
    await access(folder);
    return true;
  } catch {
    return false;
  }
};

const read = async (folder: string): Promise<Bundle> => {
  const names = (await readdir(folder)).filter((name) => !name.endsWith('.gz'));
  const entries = await Promise.all(
    names.map(async (name) => {
      const [plain, packed] = await Promise.all([readFile(join(folder, name)), readFile(join(folder, `${name}.gz`))]);
      return [name, { plain, gzip: packed }] as const;
    }),
  );
  return new Map(entries);
};

/** Written aside and moved into place, so that a bundle is there whole or not at all. */
const keep = async (folder: string, files: Bundle): Promise<void> => {
  const draft = `${folder}.${newToken()}`;
  await mkdir(draft, { recursive: true });
  for (const [name, file] of files) {
    await writeFile(join(draft, name), file.plain);
    await writeFile(join(draft, `${name}.gz`), file.gzip);
  }
  try {
    await rename(draft, folder);
  } catch {
    // Another process was first.
    await rm(draft, { recursive: true, force: true });
    return;
  }
  const siblings = join(folder, '..');
  for (const name of await readdir(siblings)) {
    // Bundles of older sources; a draft of another process has a dot in its name.
    if (/^[0-9a-f]{32}$/.test(name) && !folder.endsWith(name)) await rm(join(siblings, name), { recursive: true });
  }
};

// `node channels/web/bundle.ts` fills the cache ahead of time, e.g. while an image is built.
if (import.meta.main) await bundlePage();
