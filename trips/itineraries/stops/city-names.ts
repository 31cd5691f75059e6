import { plainName } from '../candidate.ts';

/** What cities are called where they are, or in another language: papers have both. */
const ALSO: readonly (readonly string[])[] = [
  ['rome', 'roma', 'rom'],
  ['florence', 'firenze', 'florencia', 'florenz'],
  ['venice', 'venezia', 'venecia', 'venedig'],
  ['milan', 'milano', 'mailand'],
  ['naples', 'napoli', 'neapel', 'napoles'],
  ['turin', 'torino'],
  ['genoa', 'genova', 'genua'],
  ['bologna', 'bolonia'],
  ['lisbon', 'lisboa', 'lissabon'],
  ['porto', 'oporto'],
  ['seville', 'sevilla'],
  ['cordoba', 'cordova'],
  ['saragossa', 'zaragoza'],
  ['munich', 'munchen'],
  ['cologne', 'koln'],
  ['nuremberg', 'nurnberg'],
  ['vienna', 'wien', 'viena'],
  ['prague', 'praha', 'praga', 'prag'],
  ['warsaw', 'warszawa', 'warschau'],
  ['krakow', 'cracow', 'krakau'],
  ['copenhagen', 'kobenhavn', 'kopenhagen'],
  ['gothenburg', 'goteborg'],
  ['brussels', 'bruxelles', 'brussel', 'bruselas'],
  ['bruges', 'brugge', 'brujas'],
  ['ghent', 'gent'],
  ['antwerp', 'antwerpen', 'anvers'],
  ['the hague', 'den haag'],
  ['geneva', 'geneve', 'genf', 'ginebra'],
  ['lucerne', 'luzern'],
  ['basel', 'basle'],
  ['athens', 'athina', 'atenas', 'athen'],
  ['bucharest', 'bucuresti'],
  ['belgrade', 'beograd'],
  ['london', 'londres', 'londra'],
  ['paris', 'parigi'],
  ['nice', 'nizza', 'niza'],
  ['marseille', 'marseilles', 'marsella'],
  ['new york', 'nueva york', 'nyc'],
  ['mexico city', 'ciudad de mexico', 'cdmx'],
];

const namesOf = (city: string): readonly string[] => {
  const plain = plainName(city);
  return ALSO.find((names) => names.includes(plain)) ?? [plain];
};

/** Where each of some cities is named in a text, in the order they are named; `Via Roma` names a street. */
export const citiesNamed = (text: string, cities: readonly string[]): readonly string[] => {
  const plain = ` ${plainName(text)} `;
  return cities
    .flatMap((city) => {
      const at = namesOf(city).flatMap((name) => {
        const found = plain.search(new RegExp(`(?<!(?: via| piazza| calle| rua| rue| corso| viale| plaza)) ${name} `));
        return found < 0 ? [] : [found];
      });
      return at.length === 0 ? [] : [{ city, at: Math.min(...at) }];
    })
    .sort((a, b) => a.at - b.at)
    .map(({ city }) => city);
};

/** The one city that texts name, the nearest text first; `undefined` when none names exactly one. */
export const cityOfTexts = (
  texts: readonly (string | undefined)[],
  cities: readonly string[] | undefined,
): string | undefined => {
  if (!cities || cities.length === 0) return undefined;
  for (const text of texts) {
    const [only, second] = text === undefined ? [] : citiesNamed(text, cities);
    if (only !== undefined && second === undefined) return only;
  }
  return undefined;
};
