import { termsOf } from './terms.ts';
import { isToldApart, tellsThing } from './told-by.ts';

const tells = (thing: string, text: string): boolean => {
  const [asked] = termsOf(thing);
  if (!asked) throw new Error(`${thing} names nothing`);
  return tellsThing(asked, text);
};

test.each([
  ['sauna', 'The spa behind the lodge seats five.'],
  ['lift', 'There are 112 steps to the loft.'],
  ['pool', 'Swimming is allowed from the jetty.'],
  ['grill', 'Grilled cheese with fries.'],
  ['bath', 'Bring bathing suits and a hat.'],
  ['parking', 'The park closes at dusk.'],
  ['visa', 'Cash or cheques only.'],
  ['washing machine', 'The water is fine for washing.'],
])('a %s is not told by %j', (thing, text) => {
  expect(tells(thing, text)).toBe(false);
});

test.each([
  ['sauna', 'The saunas open at four.'],
  ['lift', 'An elevator goes to every floor.'],
  ['pool', 'La piscina abre a las diez.'],
  ['grill', 'Barbecues stand behind the shed.'],
  ['parking', 'The car park is behind the mill.'],
  ['washing machine', 'Coin laundry in the cellar.'],
  ['spa', 'The sauna opens at four.'],
  ['fireplace', 'There is a fire place in the hall.'],
])('a %s is told by %j', (thing, text) => {
  expect(tells(thing, text)).toBe(true);
});

test('what has no words of its own is told by whatever it is found by', () => {
  const [asked] = termsOf('cottage');
  expect(asked && isToldApart(asked)).toBe(false);
  expect(tells('cottage', 'The house is yellow.')).toBe(true);
});
