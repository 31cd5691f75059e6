import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { strToU8, zipSync } from 'fflate';
import { z } from 'zod';
import { readConfig } from '../../app/config.ts';
import { type PackageFiles, troubleWith } from './check-package.ts';
import { type AppIdentity, spanishWords, teamsManifest } from './manifest.ts';

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const { version } = JSON.parse(readFileSync(here('../../package.json'), 'utf8')) as { version: string };

const https = z.url({ protocol: /^https$/, error: 'must be an https:// address' });
const settings = z.object({
  MICROSOFT_APP_ID: z.guid('must be the app id of the Azure Bot, a GUID'),
  PUBLIC_URL: https,
  TEAMS_PRIVACY_URL: https,
  TEAMS_TERMS_URL: https,
  TEAMS_DEVELOPER: z.string().min(1).max(32).default('Pathfinder'),
});

/** For looking at and for the emulator: no tenant will find a bot behind it. */
const EXAMPLE = {
  MICROSOFT_APP_ID: '00000000-0000-4000-8000-000000000000',
  PUBLIC_URL: 'https://pathfinder.example',
  TEAMS_PRIVACY_URL: 'https://pathfinder.example/privacy',
  TEAMS_TERMS_URL: 'https://pathfinder.example/terms',
};

/** The package's identity from the settings; the example's when the bot has no app id. Throws, naming each setting to mend. */
export const identityFrom = (named: Readonly<Record<string, string | undefined>>): AppIdentity => {
  const given = Object.fromEntries(Object.entries(named).filter(([, value]) => value?.trim()));
  const read = settings.safeParse(given.MICROSOFT_APP_ID === undefined ? { ...given, ...EXAMPLE } : given);
  if (!read.success) {
    const lines = read.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`);
    throw new Error(`These settings need mending before Teams takes the package:\n${lines.join('\n')}`);
  }
  const { data } = read;
  return {
    botId: data.MICROSOFT_APP_ID,
    version,
    publicUrl: data.PUBLIC_URL.replace(/\/+$/, ''),
    developer: data.TEAMS_DEVELOPER,
    privacyUrl: data.TEAMS_PRIVACY_URL,
    termsUrl: data.TEAMS_TERMS_URL,
  };
};

/** The files of the package. */
export const packageFiles = (app: AppIdentity): PackageFiles => ({
  'manifest.json': strToU8(`${JSON.stringify(teamsManifest(app), null, 2)}\n`),
  'es.json': strToU8(`${JSON.stringify(spanishWords(), null, 2)}\n`),
  'color.png': readFileSync(here('color.png')),
  'outline.png': readFileSync(here('outline.png')),
});

/** The package as a zip. Throws, saying what is wrong, when Teams would not take it. */
export const zipPackage = (app: AppIdentity): Uint8Array => {
  const files = packageFiles(app);
  const trouble = troubleWith(files);
  if (trouble.length > 0) throw new Error(`The package is not one that Teams takes:\n  ${trouble.join('\n  ')}`);
  // The same date each time: the same words make the same bytes.
  return zipSync({ ...files }, { mtime: new Date(1980, 0, 1) });
};

if (import.meta.main) {
  try {
    if (existsSync('.env')) process.loadEnvFile('.env');
    const { DATA_DIR, MICROSOFT_APP_ID, PUBLIC_URL, TEAMS_PRIVACY_URL, TEAMS_TERMS_URL, TEAMS_DEVELOPER } =
      readConfig();
    const app = identityFrom({ MICROSOFT_APP_ID, PUBLIC_URL, TEAMS_PRIVACY_URL, TEAMS_TERMS_URL, TEAMS_DEVELOPER });
    const path = process.argv[2] ?? join(DATA_DIR, 'pathfinder-teams.zip');
    const zip = zipPackage(app);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, zip);
    console.log(
      `${path}: ${zip.length} bytes, manifest 1.19 in English and Spanish, checked against Microsoft's schemas.`,
    );
    if (app.botId === EXAMPLE.MICROSOFT_APP_ID) {
      console.log(
        'It is an example: set MICROSOFT_APP_ID, PUBLIC_URL, TEAMS_PRIVACY_URL and TEAMS_TERMS_URL for one to upload.',
      );
    }
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
