import type { Citation } from '../trips/documents/citation.ts';
import type { FactsCard } from './reply.ts';

type Fact = FactsCard['facts'][number];

/** Fewer facts than this are said better in words alone. */
const LEAST_FACTS = 2;
/** `Check-out: 11:00`, `10:00-12:00: Tile Museum`: a label without a stop in it, and what it labels. */
const LABELLED = /^([^.!?;|]{1,40}?): (\S.{0,199})$/;

/**
 * The facts of an answer as a card: of a table's row what each column says, of several rows and labelled lines a fact
 * each. `undefined` where the answer quotes sentences, or a single fact.
 */
export const answerFacts = (citations: readonly Pick<Citation, 'document' | 'quote'>[]): FactsCard | undefined => {
  const units = citations.flatMap(({ quote }) => quote.split(' … '));
  const rows = units.filter((unit) => unit.includes(' | '));
  const [row = ''] = rows;
  const [name = '', ...cells] = row.split(' | ');
  const single = rows.length === 1 && units.length === 1 ? cells.flatMap((cell) => cell.split('; ')).map(factOf) : [];
  const whole = single.filter((fact) => fact !== undefined);
  if (whole.length >= LEAST_FACTS && whole.length === single.length)
    return { kind: 'facts', title: name, facts: whole };
  const facts = units.map(lineFact).filter((fact) => fact !== undefined);
  const [first] = citations;
  if (!first || facts.length < LEAST_FACTS || facts.length < units.length) return undefined;
  return { kind: 'facts', title: first.document, facts };
};

const factOf = (text: string): Fact | undefined => {
  const [, label, value] = LABELLED.exec(text.replace(/\.$/, '')) ?? [];
  return label === undefined || value === undefined ? undefined : { label, value };
};

const lineFact = (unit: string): Fact | undefined => {
  const [label = '', ...cells] = unit.split(' | ');
  return cells.length > 0 ? { label, value: cells.join(', ') } : factOf(unit);
};
