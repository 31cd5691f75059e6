import { unzipSync } from 'fflate';
import { PNG } from 'pngjs';
import { SKILLS } from '../../bot/skills/every-skill.ts';
import { troubleWith } from './check-package.ts';
import { teamsManifest } from './manifest.ts';
import { identityFrom, packageFiles, zipPackage } from './package.ts';

const SETTINGS = {
  MICROSOFT_APP_ID: '11111111-2222-4333-8444-555555555555',
  PUBLIC_URL: 'https://trips.example/',
  TEAMS_PRIVACY_URL: 'https://trips.example/privacy',
  TEAMS_TERMS_URL: 'https://trips.example/terms',
};
const app = identityFrom(SETTINGS);

test('the package holds the manifest, its Spanish words and two icons, and is the same each time', () => {
  const zip = zipPackage(app);
  expect(Buffer.from(zip).equals(Buffer.from(zipPackage(app)))).toBe(true);
  const files = unzipSync(zip);
  expect(Object.keys(files).sort()).toEqual(['color.png', 'es.json', 'manifest.json', 'outline.png']);
  expect(troubleWith(files)).toEqual([]);
  const manifest = JSON.parse(Buffer.from(files['manifest.json'] ?? []).toString());
  expect(manifest).toMatchObject({
    id: SETTINGS.MICROSOFT_APP_ID,
    validDomains: ['trips.example'],
    bots: [{ botId: SETTINGS.MICROSOFT_APP_ID, supportsFiles: true, scopes: ['personal', 'team', 'groupChat'] }],
    composeExtensions: [{ botId: SETTINGS.MICROSOFT_APP_ID }],
  });
});

test('every command of the menus is one that the assistant knows', () => {
  const known = new Set(SKILLS.flatMap(({ commands }) => commands));
  const listed = teamsManifest(app).bots.flatMap(({ commandLists }) =>
    commandLists.flatMap(({ commands }) => commands),
  );
  expect(listed.length).toBeGreaterThan(10);
  expect(listed.map(({ title }) => title).filter((title) => !known.has(title))).toEqual([]);
});

test('the coloured icon is opaque, the outline is white on nothing', () => {
  const pixels = (name: string): readonly (readonly number[])[] => {
    const { data } = PNG.sync.read(Buffer.from(packageFiles(app)[name] ?? []));
    return Array.from({ length: data.length / 4 }, (_, at) => [...data.subarray(at * 4, at * 4 + 4)]);
  };
  const color = pixels('color.png');
  expect(color.every(([, , , alpha]) => alpha === 255)).toBe(true);
  expect(new Set(color.map(String)).size).toBeGreaterThan(20);
  const outline = pixels('outline.png').filter(([, , , alpha]) => alpha !== 0);
  expect(outline.length).toBeGreaterThan(60);
  expect(outline.every(([red, green, blue]) => red === 255 && green === 255 && blue === 255)).toBe(true);
});

test('what Teams would refuse is named', () => {
  const good = packageFiles(app);
  const json = (value: object) => Buffer.from(JSON.stringify(value));
  const manifest = teamsManifest(app);
  const spoiled = {
    'manifest.json': json({
      ...manifest,
      id: 'no-guid',
      surprise: true,
      name: { ...manifest.name, short: 'x'.repeat(31) },
    }),
    'es.json': json({ 'name.short': 'Pathfinder', 'bots[0].commandLists[0].commands[9].title': 'more' }),
    'color.png': good['outline.png'] ?? Buffer.of(),
    'outline.png': Buffer.from('GIF89a'),
  };
  const trouble = troubleWith(spoiled).join('\n');
  for (const said of [
    'manifest.json /id',
    'manifest.json /name/short',
    'must NOT have additional properties',
    'es.json: description.full is missing',
    'es.json: there is no bots[0].commandLists[0].commands[9].title',
    'color.png is 32×32, not 192×192',
    'outline.png is no PNG',
  ]) {
    expect(trouble).toContain(said);
  }
});

test('a bot with an app id needs its addresses; without one the package is an example', () => {
  expect(() => identityFrom({ MICROSOFT_APP_ID: 'x', PUBLIC_URL: 'http://127.0.0.1:3978' })).toThrow(
    /MICROSOFT_APP_ID.*\n.*PUBLIC_URL.*https.*\n.*TEAMS_PRIVACY_URL.*\n.*TEAMS_TERMS_URL/,
  );
  expect(identityFrom({ PUBLIC_URL: 'http://127.0.0.1:3978' })).toMatchObject({
    botId: '00000000-0000-4000-8000-000000000000',
    publicUrl: 'https://pathfinder.example',
  });
});
