import type { ConsensusFamily } from '../consensus/facts.ts';
import { noPreferences, type Preferences } from '../families/family.ts';
import type { PollOption } from '../polls/poll.ts';
import { whyForAll, whyForFamily } from './why-it-fits.ts';

const euros = (amount: number) => ({ amount: amount * 100, currency: 'EUR' });
const family = (id: string, preferences: Partial<Preferences>): ConsensusFamily => ({
  ...{ id, name: id, heads: 3, members: [{ child: false }, { child: true, age: 4 }] },
  preferences: { ...noPreferences, ...preferences },
});
const option: PollOption = {
  ...{ optionId: 'opt_01', text: 'Sea Museum', details: 'Museum, indoor; step-free; nut-free' },
  cost: { total: euros(60), shares: { chen: 3_000, silva: 3_000 } },
};
const chen = family('chen', {
  budget: euros(100),
  diet: ['no nuts'],
  mobility: ['stroller'],
  interests: { museum: 5 },
});
const silva = family('silva', { budget: euros(20) });

test('a family is told how an option suits it, with its own numbers', () => {
  expect(whyForFamily(option, chen)).toBe(
    'within the EUR 100 you have left, nut-free and step-free as you need, you like museum',
  );
  expect(whyForFamily(option, silva)).toBe('EUR 30 for the 3 of you is EUR 10 more than you have left');
});

test('a family is told what is not known of its diet', () => {
  const vegan = family('vegan', { diet: ['vegan'] });
  expect(whyForFamily(option, vegan)).toBe('ask about vegan food: its papers do not say');
});

test('everybody is told what is true of all together, and whose budget it breaks to nobody', () => {
  expect(whyForAll(option, [chen, silva], {})).toBe(
    'over for one family, food for every family by its own words, easy to get around for all',
  );
  expect(whyForAll(option, [chen], {})).toContain("within every family's budget");
});

test('nothing is said where nothing is known', () => {
  const bare = { optionId: 'opt_01', text: 'Picnic' };
  expect(whyForAll(bare, [chen, silva], {})).toBeUndefined();
  expect(whyForFamily(bare, silva)).toBeUndefined();
});
