import type { Evidence } from '../../retrieve/evidence.ts';
import type { PartAnswer } from '../answer-part.ts';
import { besideOf, confidence, SURE_ENOUGH } from '../confidence.ts';
import { holdsAnswer } from '../question/answer-kind.ts';
import { type AskFor, type Derive, standsOn } from './derived.ts';

const LODGING =
  'places?|houses?|homes?|stays?|hotels?|hostels?|inns?|accommodations?|lodgings?|apartments?|flats?|villas?|cottages?|cabins?|rooms?|bookings?|addresses';
const OTHERS =
  'museums?|parks?|pools?|castles?|churches|beaches|restaurants?|tours?|trips?|boats?|ferries|ferry|flights?|trains?|bus(?:es)?|shops?|markets?|sights?|hikes?|walks?|trails?|cars?|vans?';
const HOW_MANY = 'both|each|every|all (?:of )?(?:the )?(?:two|three|four)|all|the (?:two|three|four)';
/** "At both hotels", "in each of the places we stay", "everywhere we sleep". */
const OF_EACH = new RegExp(
  `(?:\\s*\\b(?:in|at|of|for|on|to|from)\\s+)?\\b(?:(?<many>${HOW_MANY})\\s+(?:of\\s+)?(?:(?:the|our|my|these|those)\\s+)?(?:two |three |four )?(?:(?<lodging>${LODGING})|(?<other>${OTHERS}))\\b(?! (?:day|night|week|hour|way)s?\\b)|(?<everywhere>everywhere|wherever)\\b(?=\\s+(?:that )?we))(?:\\s+(?:where |that |which )?(?:we|you)(?:'re| are| will)?\\s+(?:stay|sleep|sleeping|staying|book|booked|have booked|go|visit|rent)(?: (?:at|in|to))?)?`,
  'i',
);
const SEVERAL: Readonly<Record<string, number>> = { both: 2, two: 2, three: 3, four: 4 };
/** Where it is not said how many there are, at most so many are told. */
const MOST = 3;
/** A paper that must tell it, too, needs to be no surer than this much less than the surest. */
const AS_SURE = 3;
const LESS_SURE = 1.6;

/** What is asked of several at once: the surest sentence of each paper that tells it. */
export const each: Derive = async ({ part: { text } }, ask) => {
  const said = OF_EACH.exec(text);
  if (!said) return undefined;
  const { many = '', other, lodging } = said.groups ?? {};
  const rest = `${text.slice(0, said.index)} ${other === undefined ? '' : `${said[0]} `}${text.slice(said.index + said[0].length)}`;
  const asked = rest
    .replace(new RegExp(`\\b(?:${HOW_MANY})\\b`, 'i'), '')
    .replace(/\s+/g, ' ')
    .replace(/[ ,]+$/, '')
    .trim();
  const found = await ask(asked);
  if (!found) return undefined;
  const count = SEVERAL[/\w+$/.exec(many.toLowerCase())?.[0] ?? ''];
  const lodgings = other === undefined ? await lodgingsOf(ask) : undefined;
  // "All rooms" are those of one house.
  if (count === undefined && lodging !== undefined && /^rooms?$/i.test(lodging)) return undefined;
  const told = byPaper(found, lodgings).slice(0, count ?? MOST);
  const [first, second] = told;
  if (!first || !second || first.sure < SURE_ENOUGH - LESS_SURE) return undefined;
  const least = Math.max(first.sure - AS_SURE, SURE_ENOUGH - (count === undefined ? 0 : LESS_SURE));
  const chosen = told.filter(({ sure }) => sure >= least).map(({ entry }) => standsOn(entry, found.part.terms));
  return chosen.length > 1 ? { chosen } : undefined;
};

interface Told {
  readonly entry: Evidence;
  readonly sure: number;
}

/** The surest sentence of each paper, the surest first. */
const byPaper = ({ part, evidence }: PartAnswer, papers: ReadonlySet<string> | undefined): readonly Told[] => {
  const beside = besideOf(part, evidence);
  const best = new Map<string, Told>();
  for (const entry of evidence) {
    const { documentId } = entry.passage;
    if ((papers && !papers.has(documentId)) || holdsAnswer(part.kind, entry.text) < 0) continue;
    const sure = confidence(entry, beside);
    if (sure > (best.get(documentId)?.sure ?? Number.NEGATIVE_INFINITY)) best.set(documentId, { entry, sure });
  }
  return [...best.values()].toSorted((a, b) => b.sure - a.sure);
};

/** The papers that tell when one may come to stay; `undefined` where fewer than two do, as all may then be meant. */
const lodgingsOf = async (ask: AskFor): Promise<ReadonlySet<string> | undefined> => {
  const papers = new Set<string>();
  for (const question of ['when is check-in', 'when is check-out']) {
    const found = await ask(question);
    for (const { entry, sure } of found ? byPaper(found, undefined) : [])
      if (sure >= SURE_ENOUGH - LESS_SURE) papers.add(entry.passage.documentId);
  }
  return papers.size > 1 ? papers : undefined;
};
