import { CONCEPTS } from './concepts.ts';
import { GLOSSARY } from './glossary.ts';
import { type Term, termsMeant, termsOf } from './terms.ts';

/**
 * Things that are found by the words for their neighbours, too, and told by few: a spa is no sauna, a stair no lift, and
 * whoever may swim somewhere has no pool. Each: its own words, then those that tell it and are not told by it. A thing
 * that stands in none is told by whatever finds it. In lower case, without accents; members of several words are compounds.
 */
const TOLD_BY: readonly (readonly [own: readonly string[], narrower?: readonly string[]])[] = [
  // In the house.
  [['swimming pool', 'pool'], ['lido']],
  [['sauna']],
  [['spa', 'wellness'], ['sauna']],
  [['massage']],
  [['gym', 'fitness']],
  [['hot tub', 'jacuzzi', 'whirlpool']],
  [
    ['washing machine', 'washer'],
    ['laundry', 'launderette'],
  ],
  [
    ['laundry', 'launderette'],
    ['washing machine', 'washer'],
  ],
  [['dryer', 'tumble dryer']],
  [['hair dryer']],
  [['dishwasher']],
  [['oven'], ['cooker']],
  [['microwave']],
  [
    ['hob', 'hotplate', 'burner'],
    ['cooker', 'stove'],
  ],
  [['fridge', 'refrigerator'], ['minibar']],
  [['freezer']],
  [['kettle']],
  [['toaster']],
  [['iron']],
  [['tv', 'television']],
  [['heating', 'heater', 'radiator']],
  [['air con', 'air conditioning', 'air conditioned', 'aircon', 'air conditioner', 'ac']],
  [['fire place', 'hearth', 'chimney']],
  [['barbecue', 'bbq', 'barbeque', 'grill']],
  [['balcony']],
  [['garden'], ['yard']],
  [['garage']],
  [
    ['parking', 'car park'],
    ['garage', 'valet'],
  ],
  [['lift', 'elevator']],
  [['kitchen'], ['kitchenette']],
  [['bath', 'bathtub', 'tub']],
  [['shower']],
  [
    ['toilet', 'wc', 'loo', 'lavatory', 'restroom', 'washroom', 'bathroom'],
    ['washhouse', 'wash house', 'sanitary block', 'amenity block', 'shower block'],
  ],
  [['towel']],
  [['sheet', 'bed linen', 'linen']],
  [['blanket', 'duvet']],
  [['pillow']],
  [['cot', 'crib', 'baby bed', 'travel cot', 'cradle'], ['bassinet']],
  [['high chair']],
  [['safe', 'safety deposit', 'strongbox']],
  [['locker']],
  [['socket', 'plug', 'outlet', 'power point']],
  [['adapter', 'adaptor']],
  [['charger', 'charging']],
  [['playground', 'play ground'], ['play area']],
  [['kids club'], ['animation']],
  // Round about.
  [['supermarket', 'grocery', 'minimarket']],
  [['pharmacy', 'chemist', 'drugstore']],
  [['hospital'], ['clinic']],
  [['cash machine', 'atm']],
  [['bank']],
  [['bus stop'], ['bus station', 'stop']],
  [['train station'], ['station', 'railway']],
  [['terminal']],
  [['museum'], ['gallery']],
  [['castle'], ['fort', 'fortress', 'citadel']],
  [['zoo']],
  [['aquarium']],
  [['bar', 'pub'], ['tavern']],
  [['beer', 'lager', 'ale']],
  [['wine']],
  [['coffee', 'espresso', 'cappuccino']],
  [['ice cream'], ['sorbet', 'gelato']],
  [['lifeguard'], ['guard', 'supervised']],
  [['bike', 'bicycle']],
  [['minibus', 'minivan'], ['van']],
  [['camper', 'campervan', 'motor home', 'rv']],
  [['petrol', 'gasoline', 'unleaded']],
  [['diesel']],
  // Papers, people and money.
  [['visa']],
  [['dress code'], ['dress', 'attire', 'smart', 'shoulder', 'swimwear', 'formal']],
  [['passport'], ['id', 'identity']],
  [['cash'], ['coin']],
  [['driver', 'chauffeur']],
  [['insurance'], ['insured', 'policy']],
];

const stemsOf = (words: readonly string[]): readonly string[] =>
  words.map((word) =>
    termsOf(word)
      .map(({ stem: one }) => one)
      .join(''),
  );

/** Every word that tells a thing, as it is written. */
const told = new Set(TOLD_BY.flat(2));

const tellers = new Map<string, ReadonlySet<string>>();
for (const [own, narrower = []] of TOLD_BY) {
  const stems = new Set(stemsOf([...own, ...narrower]));
  for (const one of stemsOf(own)) tellers.set(one, stems);
}

/** What signs say in another language is the thing itself. */
const isTranslation = (concept: number): boolean =>
  concept >= CONCEPTS.length && concept < CONCEPTS.length + GLOSSARY.length;

/** What is another thing without its ending. */
const OTHER_SENSE: Readonly<Record<string, string>> = { parking: 'park', heating: 'heat', bathing: 'bath' };

/** What is done to a thing, or with it: grilled cheese tells of no grill, a bathing suit of no bath. */
const isDone = ({ word }: Term, asked: Term): boolean =>
  (/(?:ed|ing)$/.test(word) && !/(?:ed|ing)$/.test(asked.word) && !told.has(word)) || word === OTHER_SENSE[asked.word];

/** A shorter word ends others by chance. */
const SHORTEST_ENDING = 6;

const says = (asked: Term, told: Term): boolean => {
  const own = tellers.get(asked.stem);
  if (!own) return told.stem === asked.stem || told.concepts.some((concept) => asked.concepts.includes(concept));
  // What a saying means is a wider thing: washing, of a laundry.
  if (told.meant !== undefined) return false;
  if (own.has(told.stem)) return !isDone(told, asked);
  // The Rijksmuseum is a museum.
  if (asked.stem.length >= SHORTEST_ENDING && told.stem.endsWith(asked.stem)) return true;
  return told.concepts.some((concept) => isTranslation(concept) && asked.concepts.includes(concept));
};

/** Whether the thing has words of its own that tell it apart from what it is found by. */
export const isToldApart = (asked: Pick<Term, 'stem'>): boolean => tellers.has(asked.stem);

/** Whether a text speaks of the very thing that is asked, and not merely of what is near to it. */
export const tellsThing = (asked: Term, text: string): boolean => termsMeant(text).some((told) => says(asked, told));
