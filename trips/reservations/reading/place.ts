import type { Paper, PaperLine } from './paper.ts';
import {
  ASIDE,
  anyOf,
  BOOKED,
  CAR_BEGINS,
  CAR_ENDS,
  EVENT_BEGINS,
  KIND_WORDS,
  PLACE,
  STAY_BEGINS,
  STAY_ENDS,
  TOTAL,
} from './vocabulary.ts';

type PlaceKind = 'lodging' | 'car' | 'restaurant' | 'activity';

const CAPITAL = "[\\p{Lu}\\d][\\p{L}\\d'&.-]*";
const JOIN =
  '(?:(?:de|do|da|dos|das|del|della|delle|la|las|le|les|los|el|of|the|des|du|di|zum|zur|am|an der|&|y|e|und|and)\\s+){0,3}';
const tail = (most: number): string => `(?:\\s+${JOIN}${CAPITAL}){0,${most}}`;
const LODGING =
  '(?:Hotel|Hôtel|Hostel|Hostal|Apartments?|Apartamentos?|Aparthotel|Ferienwohnung|Ferienhaus|Guest\\s?house|B&B|Residence|Résidence|Residencial|Resort|Lodge|Campsite|Camping|Pensión|Pension|Pousada|Posada|Parador|Villa|Chalet|Motel|Inn|Suites|Cottage|Ryokan|Riad|Casa|Locanda|Albergo|Agriturismo|Auberge|Gîte|Gasthof|Gasthaus|Landhaus|Herberge|Quinta|Finca)';
const EATING =
  '(?:Restaurant[eé]?|Ristorante|Trattoria|Osteria|Taverna|Taverne|Bistrot?|Brasserie|Bodega|Marisquería|Wirtshaus)';
const named = (words: string): RegExp =>
  new RegExp(`(?<![\\p{L}])((?:${CAPITAL}\\s+){0,3}${words}(?![\\p{L}])${tail(4)})`, 'u');
const NAMED: Readonly<Partial<Record<PlaceKind, RegExp>>> = { lodging: named(LODGING), restaurant: named(EATING) };

const LABELS = anyOf(`${PLACE}|${TOTAL}|${STAY_BEGINS}|${STAY_ENDS}|${CAR_BEGINS}|${CAR_ENDS}|${EVENT_BEGINS}`);
const GREETING =
  /^(?:dear|hello|hi|thank|thanks|guten tag|sehr geehrte|liebe|hallo|vielen dank|hola|estimad|gracias|bonjour|chère|cher|merci|ciao|gentile|grazie|olá|caro|cara|obrigad|from:|sent:|subject:|to:)/i;
/** How many come is no name. */
const PARTY = /^(?:table (?:for|pour)|tisch für|mesa para|tavolo per)\b|^\d+ \p{L}+/iu;
const LONGEST_TITLE = 70;
/** A title stands above what it is the title of. */
const FIRST_LINES = 8;

/** What a booking is called: the place that is named, or what stands as a title and neither greets nor confirms. */
export const nameOf = ({ lines, text }: Paper, kind: PlaceKind): string | undefined => {
  const pattern = NAMED[kind];
  for (const line of pattern ? lines : []) {
    if (/^(?:from|subject|to|sent):/i.test(line.text) || (ASIDE.test(line.text) && line.text.length > 60)) continue;
    const found = pattern?.exec(line.text)?.[1]?.replace(/[.,\s]+$/, '');
    // The word alone names nothing: `Hotel`, `Room: Villa`.
    if (found?.includes(' ') && !BOOKED.test(found)) return found;
  }
  const words = anyOf(KIND_WORDS[kind]);
  const titles = lines.slice(0, FIRST_LINES).flatMap((line) => titleOf(line) ?? []);
  const title =
    (kind === 'restaurant' ? undefined : titles.find((one) => words.test(one))) ??
    (kind === 'car' ? undefined : titles[0]);
  if (title !== undefined) return title;
  const sender = /^From: ([^@]{3,60}) \S+@/.exec(
    lines.find(({ text: said }) => said.startsWith('From: '))?.text ?? '',
  )?.[1];
  if (sender !== undefined) return sender;
  // A car has no name: it is what the paper calls it.
  const said = kind === 'car' ? words.exec(text)?.[0] : undefined;
  return said && `${said.charAt(0).toUpperCase()}${said.slice(1)}`;
};

/** The part of a short line that names something: no sentence, no label, nothing that confirms, greets or states a fact. */
const titleOf = ({ text, days, times }: PaperLine): string | undefined => {
  if (days.length + times.length > 0 || GREETING.test(text) || PARTY.test(text) || /[.!?:,]$|@|https?:/.test(text))
    return undefined;
  const [part] = text.split(/\s-\s|\s\|\s|,\s/).filter((one) => !BOOKED.test(one) && /\p{L}{3}/u.test(one));
  if (!part || part.length > LONGEST_TITLE || /\d{3}|:\s/.test(part)) return undefined;
  const label = LABELS.exec(part);
  return label?.index === 0 ? undefined : part.trim();
};

const PLACES = anyOf(PLACE);
const STREET =
  /(?<![\p{L}])((?:\d{1,4}[a-z]?,?\s)?(?:Rua|Avenida|Av\.|Praça|Largo|Calle|C\/|Plaza|Paseo|Via|Viale|Piazza|Rue|rue|Place|Quai|Boulevard|avenue|Avenue|Allée|Corso)\s[\p{L}\d .,'ºª-]{3,80}|\p{Lu}[\p{L}-]*(?:straße|strasse|str\.|weg|platz|gasse|allee)\s\d{1,4}[a-z]?[\p{L}\d .,'-]{0,60}|\d{1,5}[a-z]?\s(?:[\p{Lu}\d][\p{L}\d'-]*\s){1,4}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Square|Sq|Boulevard|Blvd|Drive|Way|Place|Quay|Terrace)(?![\p{L}])[\p{L}\d .,'-]{0,60})/u;

/** Where it is: what stands after a word for it, where a car is fetched, or a line with a street. */
export const addressOf = ({ lines }: Paper, kind: PlaceKind, name: string): string | undefined => {
  if (kind === 'car') return fetchedAt(lines);
  for (const [at, { text, days }] of lines.entries()) {
    const label = PLACES.exec(text);
    if (!label || label.index > 0 || days.length > 0) continue;
    const rest = text.slice(label[0].length);
    const value =
      /^\s*(?::|\|)\s*(.{4,150})$/.exec(rest)?.[1] ?? (rest.trim() === '' ? lines[at + 1]?.text : undefined);
    if (value !== undefined && value.length <= 150) return tidy(value);
  }
  const beside = lines.find(({ text }) => text.startsWith(`${name}, `) && /\d/.test(text));
  if (beside && beside.text.length <= 200 && beside.days.length === 0) return tidy(beside.text.slice(name.length + 2));
  const street = lines
    .filter(({ text, days }) => days.length === 0 && !/^(?:from|sent):/i.test(text))
    .flatMap(({ text }) => STREET.exec(text)?.[1] ?? [])
    .find((one) => /\d/.test(one));
  return street && tidy(street);
};

const BEGINS = anyOf(CAR_BEGINS);
const EITHER = anyOf(`${CAR_BEGINS}|${CAR_ENDS}`);

/** What of the words about fetching a car is neither day nor time; or the next line, where a line says no more. */
const fetchedAt = (lines: readonly PaperLine[]): string | undefined => {
  for (const [at, line] of lines.entries()) {
    const label = BEGINS.exec(line.text);
    if (!label || label.index > 12 || ASIDE.test(line.text)) continue;
    for (const one of lines.slice(at, at + 3)) {
      if (one !== line && EITHER.test(one.text)) break;
      const from = one === line ? label.index + label[0].length : 0;
      const last = Math.max(from, ...one.days.map(({ end }) => end), ...one.times.map(({ index }) => index + 5));
      const rest = one.text
        .slice(last)
        .replace(/^[\s,:|.-]*(?:[AP]M|Uhr|hrs|h)?[\s,:|.-]*(?:location|ort|at|in|am)?[\s,:|.-]*/i, '');
      if (rest.length > 4 && /\p{L}{3}/u.test(rest)) return tidy(rest);
    }
  }
  return undefined;
};

const tidy = (place: string): string => place.replace(/[\s.,;]+$/, '').trim();
