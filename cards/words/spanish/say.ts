import { sayDay, sayInstant, sayRange, sayRoughly } from '../../../trips/dates.ts';
import { type Money, sayMoney } from '../../../trips/money.ts';
import { FORMER_FAMILY } from '../../../trips/privacy/former.ts';
import type { Words } from '../catalogue.ts';
import { plural } from '../plural.ts';

const count = plural('es');
const list = new Intl.ListFormat('es', { type: 'conjunction' });
const either = new Intl.ListFormat('es', { type: 'disjunction' });

export const say: Words['say'] = {
  family: (name) => (name === FORMER_FAMILY ? 'una familia que ya no está' : `la familia ${name}`),
  money: (money: Money) => sayMoney(money, 'es'),
  day: (day) => sayDay(day, 'es'),
  roughly: (start, end) => sayRoughly(start, end, 'es'),
  range: (start, end) => sayRange(start, end, 'es'),
  instant: (iso, timeZone) => sayInstant(iso, timeZone, 'es'),
  list: (items) => list.format(items),
  either: (items) => either.format(items),
  citation: ({ document, page }) => (page === undefined ? document : `${document}, página ${page}`),
  days: (days) => count(days, { one: 'día', other: 'días' }),
  families: (families) => count(families, { one: 'familia', other: 'familias' }),
  votes: (votes) => count(votes, { one: 'voto', other: 'votos' }),
  familyThatLeft: 'una familia que se fue',
};
