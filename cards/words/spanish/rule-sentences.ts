import { CUISINES, type Mode, type RoomType } from '../../../trips/itineraries/trip-rules.ts';
import type { Sentence } from './planner-sentences.ts';

const CUISINES_IN_SPANISH: Readonly<Record<(typeof CUISINES)[number], string>> = {
  American: 'estadounidense',
  Argentinian: 'argentina',
  Brazilian: 'brasileña',
  British: 'británica',
  Caribbean: 'caribeña',
  Chinese: 'china',
  Ethiopian: 'etíope',
  French: 'francesa',
  German: 'alemana',
  Greek: 'griega',
  Indian: 'india',
  Indonesian: 'indonesia',
  Italian: 'italiana',
  Japanese: 'japonesa',
  Korean: 'coreana',
  Lebanese: 'libanesa',
  Mediterranean: 'mediterránea',
  Mexican: 'mexicana',
  Moroccan: 'marroquí',
  Peruvian: 'peruana',
  Portuguese: 'portuguesa',
  Spanish: 'española',
  Thai: 'tailandesa',
  Turkish: 'turca',
  Vietnamese: 'vietnamita',
};
/** `comida griega` by the English name of a cuisine; one of another name keeps it. */
export const cuisine = (english = ''): string =>
  (CUISINES_IN_SPANISH as Readonly<Record<string, string>>)[english] ?? english;

const ROOMS: Readonly<Record<string, string>> = {
  'shared rooms': 'habitaciones compartidas',
  'private rooms': 'habitaciones privadas',
  'entire homes': 'casas enteras',
};
const ROOM_TYPES: Readonly<Record<RoomType, string>> = {
  shared: 'compartidas',
  private: 'privadas',
  entire: 'enteras',
};
const WAYS: Readonly<Record<string, string>> = {
  flying: 'avión',
  trains: 'trenes',
  buses: 'autobuses',
  ferries: 'ferris',
  taxis: 'taxis',
  'driving yourselves': 'carro propio',
};
const MODES: Readonly<Record<Mode, string>> = {
  flight: 'avión',
  train: 'tren',
  bus: 'autobús',
  ferry: 'ferry',
  taxi: 'taxi',
  'own-car': 'carro propio',
};
const HOUSE: Readonly<Record<string, string>> = {
  pets: 'mascotas',
  smoking: 'fumar',
  parties: 'fiestas',
  visitors: 'visitas',
  children: 'niños',
  'children under 10': 'niños menores de 10 años',
};

/** `habitaciones privadas o casas enteras`. */
const rooms = (english = ''): string =>
  english
    .split(' or ')
    .map((one) => ROOMS[one] ?? one)
    .join(' o ');
/** `privadas o enteras`, of a room type as it is kept. */
export const roomTypes = (english = ''): string =>
  english
    .split(' or ')
    .map((one) => (ROOM_TYPES as Readonly<Record<string, string>>)[one] ?? one)
    .join(' o ');
export const mode = (english = ''): string => (MODES as Readonly<Record<string, string>>)[english] ?? english;
export const houseRule = (english = ''): string => HOUSE[english] ?? english;

const WAY = Object.keys(WAYS).join('|');

/** What the group asks of the whole trip, as it is kept: `no flying`, `entire homes only`. */
export const RULES: readonly Sentence[] = [
  [/^((?:shared rooms|private rooms|entire homes)(?: or .+)?) only$/, (which) => `solo ${rooms(which)}`],
  [/^(.+) allowed where you stay$/, (what) => `un alojamiento que permita ${houseRule(what)}`],
  [new RegExp(`^no (${WAY})$`), (way = '') => `sin ${WAYS[way]}`],
  [/^(.+) food once$/, (which) => `comida ${cuisine(which)} una vez`],
];

/** What giving such a rule up means: `with flying`, `without French food`. */
export const WITHOUT_RULES: readonly Sentence[] = [
  [/^not only ((?:shared rooms|private rooms|entire homes)(?: or .+)?)$/, (which) => `no solo ${rooms(which)}`],
  [/^a stay that does not allow (.+)$/, (what) => `un alojamiento que no permite ${houseRule(what)}`],
  [new RegExp(`^with (${WAY})$`), (way = '') => `con ${WAYS[way]}`],
  [new RegExp(`^without (${CUISINES.join('|')}) food$`), (which) => `sin comida ${cuisine(which)}`],
];
