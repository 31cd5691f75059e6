/** What somebody may avoid, and the words of a menu that name it. */
export interface Food {
  readonly name: string;
  /** How it is told that it is avoided. */
  readonly avoided: RegExp;
  readonly named: RegExp;
}

const NUTS = 'nuts?|hazelnuts?|walnuts?|almonds?|pistachios?|cashews?|pecans?|macadamias?|marzipan|nougat|praline';
const MILK =
  'milk|dairy|lactose|cream|butter|cheese|yogh?urt|mozzarella|parmesan|feta|ricotta|mascarpone|halloumi|custard';
const GLUTEN =
  'gluten|wheat|flour|rye|barley|spelt|couscous|bread(?:ed|crumbs)?|pasta|noodles?|pizza|spaghetti|tagliatelle|lasagne|gnocchi|dumplings?|pancakes?|waffles?|strudel|beer';
const EGG = 'eggs?|mayonnaise|omelettes?|meringue';
const FISH = 'fish|salmon|tuna|trout|anchov(?:y|ies)|cod|herring|sardines?|mackerel|bacalhau';
const SHELLFISH =
  'shellfish|seafood|prawns?|shrimps?|crabs?|lobsters?|mussels?|clams?|oysters?|squid|octopus|scallops?|crayfish';
const MEAT =
  'meat|beef|pork|ham|bacon|chicken|turkey|lamb|veal|duck|sausages?|chorizo|salami|boar|venison|goulash|steak';

const words = (all: string): RegExp => new RegExp(`\\b(?:${all})\\b`, 'gi');
const food = (name: string, avoided: string, named: string): Food => ({
  name,
  avoided: words(avoided),
  named: words(named),
});

/** The allergens of menus (EU 1169/2011, annex II) that guests name, and what those leave out who eat no meat or no animals. */
export const FOODS: readonly Food[] = [
  food('peanuts', 'peanuts?', 'peanuts?|nuts?|satay'),
  food('nuts', NUTS, `${NUTS}|peanuts?|pesto`),
  food('milk', MILK, MILK),
  food('gluten', `${GLUTEN}|co?eliacs?`, GLUTEN),
  food('egg', EGG, EGG),
  food('shellfish', SHELLFISH, SHELLFISH),
  food('fish', FISH, FISH),
  food('soy', 'soya?|soybeans?', 'soya?|soybeans?|tofu|tempeh|edamame|miso'),
  food('sesame', 'sesame', 'sesame|tahini|hummus'),
  food('celery', 'celery', 'celery|celeriac'),
  food('mustard', 'mustard', 'mustard'),
  food('meat or fish', 'vegetarians?|veggies?', `${MEAT}|${FISH}|${SHELLFISH}`),
  food('meat, fish, milk, egg or honey', 'vegans?', `${MEAT}|${FISH}|${SHELLFISH}|${MILK}|${EGG}|honey`),
  food('meat', 'meat', MEAT),
  food('pork', 'pork|halal|kosher', 'pork|ham|bacon|chorizo|salami|sausages?|boar'),
];
