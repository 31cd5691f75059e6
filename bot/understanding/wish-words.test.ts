import { readContact } from './contact.ts';
import { readDescription } from './party.ts';
import { readAllergies, readInterests, readUnavailable, readUnavailableIn } from './wish-words.ts';

const NOW = new Date('2027-01-10T12:00:00Z');

describe('what families need and wish, in words', () => {
  test.each([
    ['my daughter is allergic to peanuts', ['peanuts']],
    ['Tom is allergic to bee stings and cats', ['bee stings', 'cats']],
    ['she has a shellfish allergy', ['shellfish']],
    ['we are allergic to nuts, eggs and milk please', ['nuts', 'eggs', 'milk']],
    ['one of us has a severe wheat allergy', ['wheat']],
    ['we have an allergy to kiwi', ['kiwi']],
    ['do they have allergy information', undefined],
    ['we love the sea', undefined],
  ])('should read allergies: "%s"', (text, expected) => {
    expect(readAllergies(text)).toEqual(expected);
  });

  test.each([
    ['interests: beach 5, museums 2', { beach: 5, museums: 2 }],
    ['rate hiking 4/5 and shopping 1/5', { hiking: 4, shopping: 1 }],
    ['we love beaches and do not care for shopping', { beaches: 5, shopping: 2 }],
    ['we hate long walks and love boats', { 'long walks': 1, boats: 5 }],
    ['the kids love animals', { animals: 5 }],
    ["we don't like crowds", { crowds: 2 }],
    ['I like museums, castles and music', { museums: 4, castles: 4, music: 4 }],
    ['I like it', undefined],
    ['we like the first one', undefined],
    ['2 adults, kids 4 and 5', undefined],
    ['we love to travel', undefined],
  ])('should read interests: "%s"', (text, expected) => {
    expect(readInterests(text)).toEqual(expected);
  });

  test.each([
    ["we can't do 12-14 June", ['2027-06-12', '2027-06-13', '2027-06-14']],
    ['we are not free on 12 June 2027', ['2027-06-12']],
    ['Ana is away from June 3 to 4', ['2027-06-03', '2027-06-04']],
    ['the 5th of August does not work for us', ['2027-08-05']],
    ["can't we go on 12 June?", undefined],
    ['we arrive on 12 June', undefined],
    ["grandma can't do stairs", undefined],
  ])('should read days they cannot do: "%s"', (text, expected) => {
    expect(readUnavailable(text, NOW)).toEqual(expected);
  });

  test('should read all of it from one breath', () => {
    const said = "2 adults, Mia 9, she is allergic to bee stings, we love castles, can't do 12 June, budget 2000 euros";
    expect(readDescription(said, NOW)).toMatchObject({
      adults: 2,
      children: [{ name: 'Mia', age: 9 }],
      allergies: ['bee stings'],
      interests: { castles: 5 },
      unavailable: ['2027-06-12'],
      budget: { amount: 200_000, currency: 'EUR' },
    });
  });
});

describe('where somebody can be reached, in words', () => {
  test.each([
    ['invite the Garcias at +1 (555) 010-0142', '+15550100142', 'invite the Garcias'],
    ['add my husband Tom, his number is +44 20 7946 0000', '+442079460000', 'add my husband Tom'],
    ['text the invitation to 0044 20 7946 0000 please', '+442079460000', 'text the invitation please'],
    ['invite the Ruiz family, Ruiz@Example.com', 'ruiz@example.com', 'invite the Ruiz family'],
    ['invite the Garcias by sms to +15550142', '+15550142', 'invite the Garcias'],
  ])('should read "%s"', (text, value, rest) => {
    const read = readContact(text);
    expect(read.address?.value).toBe(value);
    expect(read.rest.replace(/\s+/g, ' ')).toBe(rest);
  });

  test('should say that a number lacks its country code, and take no date or amount for one', () => {
    expect(readContact('invite them at 555 010 0142')).toMatchObject({ incomplete: true });
    for (const text of ['11-15 June 2027', 'our budget is 2400 euros', 'room 1204', 'join K7QF42'])
      expect(readContact(text)).toMatchObject({ incomplete: false, rest: text });
  });
});

describe('days away within a trip', () => {
  it.each([
    ["we can't come before the second", ['2027-05-01']],
    ['not free after the 5th', ['2027-05-06', '2027-05-07']],
    ['we cannot make the 3rd', ['2027-05-03']],
    ["we're away until Monday", ['2027-05-01', '2027-05-02']],
    ["we can't do 12 June", undefined],
  ])('should read %j by the days of the trip', (said, days) => {
    expect(readUnavailableIn(said, '2027-05-01', '2027-05-07')).toEqual(days);
  });

  it('should take one end of days that is said for no day of its own', () => {
    expect(readUnavailable("we can't come before the 2nd", new Date('2026-11-27T00:00:00Z'))).toBeUndefined();
  });
});
