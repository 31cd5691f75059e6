type Kind = 'sight' | 'meal' | 'lodging';

/** What a document says of one named thing. */
interface Described {
  readonly name: string;
  readonly text: string;
  readonly headings: readonly string[];
  readonly label?: string | undefined;
}

const words = (list: string): RegExp => new RegExp(`(?<![\\p{L}\\d])(?:${list})(?![\\p{L}\\d])`, 'iu');

/** Words that say what a thing is, by where they stand: in its name, in the heading above it, in what is said of it. */
const SIGNS: Readonly<
  Record<Kind, { readonly name: RegExp; readonly heading: RegExp; readonly said: readonly RegExp[] }>
> = {
  meal: {
    name: words(
      'restaurante?s?|ristorante|taverna|tavern|tasca|trattoria|osteria|pizzeria|pizza|bistrot?|brasserie|caf[eé]|caff[eè]|coffee|bakery|pastelaria|padaria|boulangerie|patisserie|grill|diner|canteen|cantina|sushi|ramen|noodles?|burgers?|steakhouse|kitchen|eatery|gelateria|ice cream|cr[eê]perie|tapas|taqueria|churrasqueira|marisqueira|deli|food (?:hall|court)|bar|pub|smokehouse|chippy|curry|kebab|pelican grill|cervejaria|wirtshaus|gasthaus',
    ),
    heading: words(
      'restaurants?|eat|eating(?: out)?|dining|dine|food|dinners?|lunch(?:es)?|meals?|caf[eé]s?|breakfasts?|supper|menus?|places to eat|food and drink',
    ),
    said: [
      words(
        'menus?|dishes|cuisine|mains?|kitchen|chef|pasta|pizza|seafood|grilled|tapas|steaks?|sushi|curry|soups?|desserts?|wine list',
      ),
      words(
        'italian|portuguese|spanish|indian|thai|japanese|chinese|greek|mexican|french|lebanese|vietnamese|vegetarian|vegan|gluten[- ]free|nut[- ]free|halal|kosher',
      ),
      words('lunch|dinner|serves?|tables?|highchairs?|high chairs?|restaurant|eat|meal|family-run'),
    ],
  },
  sight: {
    name: words(
      'museum|museu|mus[eé]e|museo|gallery|galleries|castle|castelo|castillo|ch[aâ]teau|palace|pal[aá]cio|cathedral|church|basilica|monastery|mosteiro|abbey|temple|shrine|tower|torre|park|parque|gardens?|jardim|jardins?|zoo|aquarium|ocean[aá]rium|ocean[aá]rio|beach|praia|playa|viewpoint|miradouro|tours?|cruise|excursion|ride|tram|cable car|funicular|playground|planetarium|science|theatre|theater|opera|market|mercado|bridge|monument|ruins|trail|hike|walk|lake|falls|waterfall|island|square|library|stadium|show|workshop|class|kayak(?:ing)?|surf(?:ing)?|farm|water ?park|theme park|funfair|old town|caves?|cliffs?|dolphins?|whale|boat|lighthouse|fort|fortress|observatory|safari|climbing|bike|cycling|sailing|snorkel(?:l?ing)?|exhibition|circus|arena|wheel|elevador|carousel|maze|pier|promenade|sanctuary|reserve|centre|center|fair|festival|concert|match|train ride|swimming|pools?|spa|minigolf|mini golf|bowling',
    ),
    heading: words(
      "things to do|to do|(?:might|could|can|want to|would like to|like to) (?:do|see|visit)|sights?|sightseeing|attractions?|activities|see|visit|museums?|highlights|excursions?|tours?|outdoors?|parks?|rainy days?|fun|days? out|places to visit|with (?:kids|children)|for (?:the )?(?:kids|children)|beaches|culture|what's on|ideas|must[- ]sees?|nature",
    ),
    said: [
      words('admission|entry|entrance|tickets?|exhibits?|exhibition|guided|audio guide'),
      words('adults?|child(?:ren)?|kids?|under \\d+s?'),
      words('allow|visit|views?|galleries|collection|animals?|rides?|swim|climb|explore|hours? long|last entry'),
    ],
  },
  lodging: {
    name: words(
      'hotels?|h[oô]tel|hostel|apartments?|apartamentos|aparthotel|guest ?house|b&b|bed (?:and|&) breakfast|residencial|campsite|campground|pension|pensi[oó]n|pousada|motel|suites|casa rural|holiday (?:home|house|flat)|ryokan|riad|agriturismo',
    ),
    heading: words(
      'hotels?|accommodation|where to stay|places to stay|lodging|stay|sleep|sleeping|apartments?|our hotel|rooms?',
    ),
    said: [
      words('per night|a night|nights?|nightly'),
      words('check-?in|check in|check-?out|check out'),
      words('rooms?|beds?|sleeps|suite'),
    ],
  },
};
/** Names of lodging that are also names of other things. */
const PERHAPS_LODGING = words('villa|chalet|lodge|inn|residence|resort|camping|cottage|cabins?|house|casa');
const KINDS: readonly Kind[] = ['sight', 'meal', 'lodging'];
/** Headings under which nothing is a place to go. */
const PRACTICAL = words(
  'getting (?:around|there|here)|transport(?:ation)?|tips|practical(?:ities| information)?|weather|packing|emergency|useful|money|contacts?|how to get|travel information|allerg(?:y|ies)|needs|rules|safety|health|preferences|notes about us|who we are|budget',
);

/** A column that says the sort. */
const SORT = /^(?:type|kind|category|sort|what):? (.{2,40})$/im;
const CATEGORY = words(
  "things|places|where|what(?:'s)?|restaurants|caf[eé]s|bars|museums|galleries|sights|sightseeing|attractions|activities|hotels|hostels|apartments|to do|to see|to eat|eating|dining|food|drinks?|meals|lunch|dinner|breakfast|accommodation|lodging|stays?|day trips|days out|trips|excursions|tours|parks|gardens|beaches|ideas|highlights|must[- ]sees?|rainy days?|outdoors?|indoors?|culture|nature|shopping|nightlife|walks|markets|options|list|our (?:favourites|picks)|family fun|for (?:kids|children|families)|with (?:kids|children)|booked|plans?|bookings|tickets|reservations|guide|recommendations",
);

/** Whether a heading stands over several things (`Where to eat`) and is not one's own name. */
export const isCategory = (heading: string): boolean => CATEGORY.test(heading);

/** Whether a word only says what sort of thing it is (`Cafe`, `Beach`) and names none. */
export const isSortOnly = (name: string): boolean =>
  !name.includes(' ') && KINDS.some((kind) => SIGNS[kind].name.test(name) || SIGNS[kind].heading.test(name));

/** What sort of thing an entry speaks of; `undefined` when its words do not tell one sort from the others. */
export const kindOfPlace = (
  entry: Described,
  document: string,
): { readonly kind: Kind; readonly byName: boolean } | undefined => {
  const title = document.replace(/\.[a-z]{2,5}$/i, '').replace(/[-_]+/g, ' ');
  const [inner, ...outer] = [...entry.headings].reverse();
  const practical = inner !== undefined && PRACTICAL.test(inner);
  const scored = KINDS.map((kind) => {
    const signs = SIGNS[kind];
    const labels = [entry.label, SORT.exec(entry.text)?.[1]].filter((label) => label !== undefined);
    const labelled = labels.some((label) => signs.name.test(label) || signs.heading.test(label));
    const byName = labelled || signs.name.test(entry.name);
    const perhaps = kind === 'lodging' && PERHAPS_LODGING.test(entry.name);
    const said = signs.said.filter((sign) => sign.test(entry.text)).length;
    const score =
      // A hotel called after a viewpoint is a hotel.
      (byName ? (kind === 'lodging' ? 6 : 4) : perhaps ? 1.5 : 0) +
      (practical
        ? 0
        : (inner && signs.heading.test(inner) ? 3 : 0) +
          (outer.some((heading) => signs.heading.test(heading)) ? 1.5 : 0)) +
      (signs.heading.test(title) || signs.name.test(title) ? 1 : 0) +
      said;
    return { kind, byName, score };
  }).sort((a, b) => b.score - a.score);
  const [first, second] = scored;
  const lead = first ? first.score - (second?.score ?? 0) : 0;
  if (!first || first.score < (practical ? 4 : 2) || lead < (first.score < 3 ? 1 : 0.5)) return undefined;
  return { kind: first.kind, byName: first.byName };
};
