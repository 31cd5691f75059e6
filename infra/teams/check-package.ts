import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const Ajv = require('ajv-draft-04');

const schemaOf = (name: string) => {
  const text = readFileSync(new URL(`../../test/fixtures/${name}-1.19.json`, import.meta.url), 'utf8');
  return new Ajv({ strict: false, allErrors: true, validateFormats: false, unicodeRegExp: false }).compile(
    JSON.parse(text),
  );
};

/** The files of an app package, by name. */
export type PackageFiles = Readonly<Record<string, Uint8Array>>;

/** Bytes a file of this kind begins with, and where a PNG says how wide and high it is. https://www.w3.org/TR/png-3/#11IHDR */
const PNG = '89504e470d0a1a0a';
const [WIDTH_AT, HEIGHT_AT] = [16, 20];
/** Pixels of a side. https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/apps-package#app-icons */
const ICONS = { 'color.png': 192, 'outline.png': 32 } as const;

/**
 * What is wrong with an app package; empty when Teams will take it: the manifest and its translation follow Microsoft's
 * schemas, every translated place is there and no other, and the icons are PNGs of the sizes asked for.
 */
export const troubleWith = (files: PackageFiles): readonly string[] => {
  const json = (name: string): Record<string, unknown> =>
    JSON.parse(Buffer.from(files[name] ?? '').toString('utf8') || '{}');
  const manifest = json('manifest.json');
  const spanish = json('es.json');
  return [
    ...errorsOf('manifest.json', schemaOf('teams-manifest'), manifest),
    ...errorsOf('es.json', schemaOf('teams-manifest-localization'), spanish),
    ...untranslated(manifest, spanish),
    ...Object.entries(ICONS).flatMap(([name, side]) => iconTrouble(name, side, files[name])),
  ];
};

const errorsOf = (
  file: string,
  validate: { (value: unknown): boolean; errors?: readonly { instancePath: string; message?: string }[] | null },
  value: unknown,
): readonly string[] =>
  validate(value)
    ? []
    : (validate.errors ?? []).map(({ instancePath, message }) => `${file} ${instancePath || '/'}: ${message}`);

/** Places of the manifest that people read. */
const READ = /^(name|description)\.|(\.|^)(title|description)$/;

const untranslated = (manifest: object, words: Readonly<Record<string, unknown>>): readonly string[] => {
  const read = placesIn(manifest).filter((place) => READ.test(place));
  const translated = Object.keys(words).filter((place) => place !== '$schema');
  return [
    ...read.filter((place) => !translated.includes(place)).map((place) => `es.json: ${place} is missing`),
    ...translated.filter((place) => !read.includes(place)).map((place) => `es.json: there is no ${place}`),
  ];
};

/** `bots[0].commandLists[0].commands[1].title` and so on: every string in it. */
const placesIn = (value: unknown, place = ''): readonly string[] => {
  if (typeof value === 'string') return [place];
  if (Array.isArray(value)) return value.flatMap((one, index) => placesIn(one, `${place}[${index}]`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => placesIn(one, place === '' ? key : `${place}.${key}`));
};

const iconTrouble = (name: string, side: number, bytes: Uint8Array | undefined): readonly string[] => {
  const png = Buffer.from(bytes ?? []);
  if (png.toString('hex', 0, PNG.length / 2) !== PNG) return [`${name} is no PNG`];
  const size = [png.readUInt32BE(WIDTH_AT), png.readUInt32BE(HEIGHT_AT)];
  return size.every((pixels) => pixels === side) ? [] : [`${name} is ${size.join('×')}, not ${side}×${side}`];
};
