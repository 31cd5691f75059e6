import { type Money, sayMoney } from '../../money.ts';
import { isGlad } from '../ballot.ts';
import type { ConsensusFamily, ConsensusOption } from '../facts.ts';
import { capital, sayFamilies } from '../speak.ts';
import type { Conflict, Matter } from './conflict.ts';

/** Prices or purses lie far apart when one is this many times the other. */
const FAR = 2;

/** What families are ready to spend: seen in the prices they vote for, and in the budgets they keep to themselves. */
export const budgetGaps = (matter: Matter): readonly Conflict[] => [...votedPrices(matter), ...purses(matter)];

/** Some families vote for cheap options only, others only for those that cost twice as much or more. */
const votedPrices = ({ checked, families, ballots }: Matter): readonly Conflict[] => {
  const options = checked.map(({ option }) => option);
  const voters = families.flatMap((family) => {
    const ballot = ballots.find(({ familyId }) => familyId === family.id);
    const glad = ballot ? options.filter(({ id }) => isGlad(ballot, id)) : [];
    const prices = pricesOf(glad);
    return prices.length > 0 && prices.length === glad.length
      ? [{ family, least: prices[0], most: prices.at(-1) }]
      : [];
  });
  const currencies = new Set(voters.flatMap(({ least, most }) => [least?.currency, most?.currency]));
  if (currencies.size !== 1) return [];
  const ceiling = Math.min(...voters.map(({ most }) => most?.amount ?? 0));
  const floor = Math.max(...voters.map(({ least }) => least?.amount ?? 0));
  if (ceiling <= 0 || floor < ceiling * FAR) return [];
  const cheap = voters.filter(({ most }) => most?.amount === ceiling).map(({ family }) => family);
  const dear = voters.filter(({ least }) => least?.amount === floor).map(({ family }) => family);
  const [currency = ''] = [...currencies];
  const say = (amount: number): string => sayMoney({ amount, currency });
  const ids = [...cheap, ...dear].map(({ id }) => id);
  return [
    {
      type: 'budget_mismatch',
      details: `${capital(sayFamilies(cheap))} want nothing over ${say(ceiling)} each, ${sayFamilies(dear)} nothing under ${say(floor)}.`,
      involvedFamilies: ids,
      openly: ids,
      relatedOptions: options
        .filter(({ price }) => price && (price.amount === ceiling || price.amount === floor))
        .map(({ id }) => id),
      own: {},
    },
  ];
};

const pricesOf = (options: readonly ConsensusOption[]): readonly Money[] =>
  options.flatMap(({ price }) => price ?? []).sort((a, b) => a.amount - b.amount);

/** Budgets for one person lie far apart. Before anybody votes, this is all there is to go by. */
const purses = ({ checked, families }: Matter): readonly Conflict[] => {
  if (checked.length > 0) return [];
  const known = families.flatMap((family) => perHead(family) ?? []);
  const [first] = known;
  if (!first || known.some(({ budget }) => budget.currency !== first.budget.currency)) return [];
  const amounts = known.map(({ amount }) => amount);
  if (known.length < 2 || Math.max(...amounts) < Math.min(...amounts) * FAR) return [];
  return [
    {
      type: 'budget_mismatch',
      details: 'What families want to spend lies far apart: some can spend twice as much as others, or more.',
      involvedFamilies: known.map(({ family }) => family.id),
      openly: [],
      relatedOptions: [],
      own: Object.fromEntries(
        known.map(({ family, amount, budget }) => [
          family.id,
          `You have ${sayMoney({ amount: Math.round(amount), currency: budget.currency })} for each of your ${family.heads}; not everybody's budget is like yours.`,
        ]),
      ),
    },
  ];
};

const perHead = (family: ConsensusFamily) => {
  const { budget } = family.preferences;
  return budget && { family, budget, amount: budget.amount / family.heads };
};
