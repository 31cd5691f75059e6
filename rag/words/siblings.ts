import { termsOf } from './terms.ts';

/** Things of one kind that are told apart: each in all its words, and the words for any of them. */
interface Siblings {
  readonly each: readonly (readonly string[])[];
  /** Where these are told, each of them is meant: pets are dogs and cats. */
  readonly all?: readonly string[];
  /** What may hold some of them and need not: what is vegetarian may be vegan, a kitchen may have an oven. */
  readonly others?: readonly string[];
}

/**
 * What is found by the words for its kind, and is yet another thing than its siblings: a dog is no answer to what is asked
 * of a cat. In lower case, without accents; members of several words are compounds.
 */
const SIBLINGS: readonly Siblings[] = [
  {
    each: [
      ['dog', 'puppy', 'doggy', 'labrador', 'terrier', 'hound'],
      ['cat', 'kitten'],
      ['rabbit', 'bunny'],
      ['hamster'],
      ['bird', 'parrot', 'budgie'],
      ['horse', 'pony'],
    ],
    all: ['pet', 'animal'],
  },
  {
    each: [
      ['whale'],
      ['dolphin'],
      ['seal'],
      ['shark'],
      ['penguin'],
      ['puffin'],
      ['otter'],
      ['turtle'],
      ['jellyfish'],
      ['lion'],
      ['tiger'],
      ['elephant'],
      ['giraffe'],
      ['monkey', 'ape'],
      ['bear'],
      ['wolf', 'wolves'],
      ['goat'],
      ['camel'],
    ],
    all: ['animal', 'wildlife'],
  },
  {
    each: [
      ['bus', 'bus stop', 'bus station'],
      ['train', 'rail', 'railway', 'train station', 'night train'],
      ['tram', 'streetcar'],
      ['metro', 'subway', 'underground'],
      ['ferry', 'boat', 'ship'],
      ['taxi', 'cab', 'uber', 'taxi rank'],
      ['plane', 'flight', 'fly'],
    ],
    all: ['public transport', 'transport', 'shuttle', 'transfer'],
  },
  {
    each: [
      ['kayak'],
      ['canoe'],
      ['rowing boat', 'row boat', 'dinghy'],
      ['pedalo'],
      ['paddleboard', 'sup'],
      ['surfboard'],
      ['motorboat', 'speedboat'],
      ['sailing boat', 'sailboat', 'yacht'],
    ],
    all: ['boat'],
  },
  {
    each: [['scooter', 'moped', 'vespa'], ['motorbike', 'motorcycle'], ['bike', 'bicycle'], ['car']],
    all: ['vehicle'],
  },
  {
    each: [
      ['beer', 'lager', 'ale'],
      ['wine'],
      ['cocktail', 'spritz'],
      ['coffee', 'espresso', 'cappuccino'],
      ['tea'],
      ['juice'],
      ['lemonade', 'cola', 'coke', 'soda'],
      ['milk'],
      ['water'],
    ],
    all: ['drink', 'beverage', 'bar'],
  },
  {
    each: [
      ['breakfast', 'brunch'],
      ['lunch', 'packed lunch', 'lunch packet'],
      ['dinner', 'supper', 'evening meal'],
    ],
    all: ['meal', 'food', 'eat', 'half board', 'full board', 'board', 'kitchen', 'restaurant', 'menu', 'inclusive'],
  },
  { each: [['beef', 'steak'], ['pork', 'bacon', 'ham'], ['chicken', 'poultry'], ['lamb']], all: ['meat'] },
  {
    each: [
      ['oven'],
      ['microwave'],
      ['hob', 'stove', 'cooker', 'hotplate'],
      ['dishwasher'],
      ['fridge', 'refrigerator', 'minibar'],
      ['freezer'],
      ['kettle'],
      ['toaster'],
      ['washing machine'],
      ['dryer', 'tumble dryer'],
      ['hair dryer'],
      ['iron'],
      ['tv', 'television'],
    ],
    others: ['kitchen', 'kitchenette'],
  },
  {
    each: [
      ['sauna'],
      ['hammam'],
      ['hot tub', 'jacuzzi', 'whirlpool'],
      ['massage'],
      ['gym', 'fitness'],
      ['swimming pool', 'pool'],
    ],
    others: ['spa', 'wellness'],
  },
  {
    each: [['towel'], ['sheet', 'bed linen'], ['blanket', 'duvet'], ['pillow'], ['bathrobe', 'robe', 'dressing gown']],
    all: ['linen', 'bedding'],
  },
  {
    each: [
      ['cot', 'crib', 'baby bed', 'travel cot', 'cradle'],
      ['high chair', 'booster'],
      ['push chair', 'stroller', 'buggy', 'pram'],
      ['car seat', 'child seat', 'booster seat', 'baby seat'],
    ],
  },
  { each: [['toilet', 'wc', 'loo', 'restroom', 'lavatory'], ['shower'], ['bathtub']], all: ['bathroom', 'washroom'] },
  {
    each: [
      ['supermarket', 'grocery', 'minimarket'],
      ['bakery', 'baker'],
      ['pharmacy', 'chemist', 'drugstore'],
      ['butcher'],
      ['bank'],
      ['hairdresser', 'barber'],
      ['dentist'],
      ['kiosk'],
    ],
    all: ['shop', 'store'],
    others: ['market'],
  },
  { each: [['petrol', 'gasoline', 'gas', 'unleaded'], ['diesel']], all: ['fuel'] },
  { each: [['vegan'], ['halal'], ['kosher'], ['gluten free', 'coeliac', 'celiac']], others: ['vegetarian', 'veggie'] },
  { each: [['ski'], ['snowboard', 'snow board'], ['sledge', 'sled', 'toboggan'], ['skate', 'skating'], ['snowshoe']] },
  {
    each: [
      ['cable car', 'gondola', 'cableway', 'ropeway'],
      ['chair lift', 'chairlift'],
      ['drag lift', 'ski lift'],
      ['funicular'],
    ],
    all: ['lift'],
  },
  {
    each: [
      ['lake', 'pond'],
      ['river', 'stream'],
      ['sea', 'ocean'],
      ['swimming pool', 'pool'],
    ],
  },
  {
    each: [
      ['tennis'],
      ['golf'],
      ['minigolf'],
      ['bowling'],
      ['badminton'],
      ['football', 'soccer'],
      ['volleyball'],
      ['basketball'],
      ['archery'],
    ],
  },
  { each: [['single'], ['twin'], ['double'], ['triple']] },
];

const stemsOf = (words: readonly string[]): readonly string[] =>
  words.map((word) =>
    termsOf(word)
      .map(({ stem }) => stem)
      .join(''),
  );

interface Thing {
  readonly own: ReadonlySet<string>;
  readonly all: ReadonlySet<string>;
  readonly other: ReadonlySet<string>;
}

/** Each thing that has siblings, by its stem. */
const things = new Map<string, readonly Thing[]>();
for (const { each, all = [], others = [] } of SIBLINGS) {
  const stems = each.map(stemsOf);
  const any = new Set(stemsOf(all));
  for (const thing of stems) {
    const own = new Set(thing);
    const other = new Set([...stems.flat(), ...stemsOf(others)].filter((stem) => !own.has(stem) && !any.has(stem)));
    for (const stem of thing) things.set(stem, [...(things.get(stem) ?? []), { own, all: any, other }]);
  }
}

/**
 * Whether stems that are told are of a thing's sibling and not of itself: `dog` where `cat` is asked. Where `any` may be
 * meant, what is told of all its kind is told of it: `pet`.
 */
export const toldOfSibling = (asked: string, told: ReadonlySet<string>, any: boolean): boolean => {
  const meant = things.get(asked) ?? [];
  const isTold = (stems: ReadonlySet<string>): boolean => [...stems].some((stem) => told.has(stem));
  return meant.some(({ other }) => isTold(other)) && !meant.some(({ own, all }) => isTold(own) || (any && isTold(all)));
};
