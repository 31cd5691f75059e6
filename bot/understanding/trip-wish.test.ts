import { cpuTimeOf } from '../../test/cpu-time.ts';
import { readTripWish } from './trip-wish.ts';

const NOW = new Date('2026-11-22T09:00:00Z');
const read = (text: string) => {
  const { home, destination, cities, dates, days, people, budget, rules } = readTripWish(text, NOW);
  return {
    home,
    destination,
    cities,
    from: dates?.startDate,
    to: dates?.endDate,
    days,
    people,
    budget: budget && `${budget.currency} ${budget.amount / 100}`,
    rules: rules.map((rule) => {
      if (rule.kind === 'room-type') return `rooms ${rule.types.join('+')}`;
      if (rule.kind === 'stay-allows') return `allows ${rule.what}`;
      return rule.kind === 'without-mode' ? `without ${rule.mode}` : rule.cuisine;
    }),
  };
};

describe('a trip described in one message', () => {
  test('should be read with everything it says', () => {
    expect(
      read(
        "We'd like a 7-day trip for a group of four, setting out from Sault Ste. Marie to see 3 towns in New Mexico between April 2nd and April 8th, 2027. We can spend up to $6,400. Our dog comes along, so the places must be pet-friendly, and not shared rooms please. No flying. We love Thai and Mexican food.",
      ),
    ).toEqual({
      home: 'Sault Ste. Marie',
      destination: 'New Mexico',
      cities: 3,
      from: '2027-04-02',
      to: '2027-04-08',
      days: 7,
      people: 4,
      budget: 'USD 6400',
      rules: ['rooms private+entire', 'allows pets', 'without flight', 'Mexican', 'Thai'],
    });
  });

  test('should leave out what it does not say', () => {
    expect(read('Plan our trip')).toEqual({ rules: [] });
  });
});

describe('where from and where to', () => {
  test.each([
    ['a trip from St. Louis to San Juan from May 2nd to May 4th', 'St. Louis', 'San Juan'],
    ['Plan a journey that starts in Fort Wayne and ends in Key West', 'Fort Wayne', 'Key West'],
    ['departing from Winston-Salem and heading for El Paso', 'Winston-Salem', 'El Paso'],
    ["I'm leaving Boise on 3 May to visit Reno", 'Boise', 'Reno'],
    ['We live in Lyon and want to explore two cities in Italy', 'Lyon', 'Italy'],
    ['beginning our adventure from Dallas and touring 2 cities across Ohio', 'Dallas', 'Ohio'],
    ['taking off from Nome, destination Anchorage', 'Nome', 'Anchorage'],
    ['a solo trip starting off in Akron, with stops in 3 cities in Maine', 'Akron', 'Maine'],
    ['Traveling out of Tulsa to Savannah for three days', 'Tulsa', 'Savannah'],
    ['The trip begins in Omaha and covers 2 different cities in the state of Georgia', 'Omaha', 'Georgia'],
    ['we set off from Reading, and will travel to Cork', 'Reading', 'Cork'],
    ['kick off our vacation in Buffalo and go to Tampa', 'Buffalo', 'Tampa'],
    ['An itinerary from New York to 3 cities in New York', 'New York', 'New York'],
    ['leaving Salt Lake City for two Oregon cities', 'Salt Lake City', 'Oregon'],
    ['a holiday to Rio de Janeiro', undefined, 'Rio de Janeiro'],
    ['originating from Coeur d’Alene, bound for Salt Lake City', 'Coeur d’Alene', 'Salt Lake City'],
    ['A weekend away (Ghent to Bruges) for two', 'Ghent', 'Bruges'],
    ['Please plan: Kansas City → Reno', 'Kansas City', 'Reno'],
    ['In March I would like to go from Bari to Split', 'Bari', 'Split'],
  ])('should be read from: %s', (text, home, destination) => {
    expect(read(text)).toMatchObject({ ...(home ? { home } : {}), destination });
  });
});

describe('when, and for how long', () => {
  test.each([
    ['for 3 days, from May 12th to May 14th, 2027', '2027-05-12', '2027-05-14', 3],
    ['spanning 3 days from May 16th to May 18th, 2027', '2027-05-16', '2027-05-18', 3],
    ['for 7 days from May 16th, 2027 to May 22nd, 2027', '2027-05-16', '2027-05-22', 7],
    ['from the 23rd of May to the 29th of May, 2027', '2027-05-23', '2027-05-29', 7],
    ['It begins on May 8th and concludes on May 14th, 2027', '2027-05-08', '2027-05-14', 7],
    ['between May 9th and 13th, 2027', '2027-05-09', '2027-05-13', 5],
    ['May 10th through May 16th, 2027', '2027-05-10', '2027-05-16', 7],
    ['leaving on 28 December 2026 and coming back on 2 January 2027', '2026-12-28', '2027-01-02', 6],
    ['December 30th to January 3rd, 2028', '2027-12-30', '2028-01-03', 5],
    ['in May 2027, from the 3rd to the 9th', '2027-05-03', '2027-05-09', 7],
    ['in May 2027 (3rd to 9th)', '2027-05-03', '2027-05-09', 7],
    ['a long weekend from May 7 until May 9, 2027', '2027-05-07', '2027-05-09', 3],
    ['five nights from 3 May 2027', '2027-05-03', '2027-05-08', 6],
    ['beginning 2027-05-03 and lasting five days', '2027-05-03', '2027-05-07', 5],
    ['a four-night stay', undefined, undefined, 5],
    ['a week-long trip', undefined, undefined, 7],
    ['two weeks in the sun', undefined, undefined, 14],
    ['a five-day break', undefined, undefined, 5],
  ])('should be read from: %s', (text, from, to, days) => {
    expect(read(text)).toEqual(expect.objectContaining({ from, to, days }));
  });
});

describe('for how many', () => {
  test.each([
    ['a trip for two departing from Rome', 2],
    ['a plan for 3 people', 3],
    ['for a party of 5', 5],
    ['our family of six', 6],
    ['a solo trip', 1],
    ['I will be travelling alone', 1],
    ['for a single traveler', 1],
    ['an itinerary for a couple', 2],
    ['for my wife and me', 2],
    ['2 adults and 3 children', 5],
    ['two individuals', 2],
    ['we are eight', 8],
    ['a trip for me', 1],
    ['two friends and I would like to see Oslo', 3],
    ['a plan for me and a friend', 2],
    ['for my wife, our son and me', 3],
    ["I'm going with my parents", 3],
    ['my boyfriend is coming with me', 2],
    ['My wife and I are taking our daughter', 3],
    ["it's me plus four colleagues", 5],
    ['a couple and their toddler', 3],
    ['a travel plan for 4 starting in Ghent', 4],
    ['the group is seven strong', 7],
    ['Group size: 5', 5],
    ['we number six', 6],
    ['for all nine of us', 9],
    ['for 5 (Ghent to Bruges)', 5],
    ['our family of 3 through two cities', 3],
    ['One of us smokes. We will be six', 6],
    ['a trip for 3 days', undefined],
    ['visiting two cities for five nights', undefined],
  ])('should be read from: %s', (text, people) => {
    expect(readTripWish(text, NOW).people).toBe(people);
  });
});

describe('what may be spent', () => {
  test.each([
    ['keep it under $10.5k', 'USD 10500'],
    ['about 2,300 bucks', 'USD 2300'],
    ['4 thousand dollars at most', 'USD 4000'],
    ['we set aside nine thousand seven hundred dollars', 'USD 9700'],
    ['a hundred and fifty euros', 'EUR 150'],
    ['max 3700 US dollars', 'USD 3700'],
    ['US$2,400 in all', 'USD 2400'],
  ])('should be read from: %s', (text, budget) => {
    expect(read(text).budget).toBe(budget);
  });

  test.each([
    ["we'd like to stay under 10.5k", 10_500],
    ['a budget of around 4 grand', 4_000],
    ['Our limit is 3,400.', 3_400],
    ['it must not cost more than 2500, for 4 people', 2_500],
    ['6k tops', 6_000],
    ['3,100 is the most we can spend', 3_100],
    ['kids under 10, about 5 days, around May 2027', undefined],
    ['no walk over 800 m', undefined],
  ])('should be read without a currency from: %s', (text, amount) => {
    expect(readTripWish(text, NOW).bareBudget).toBe(amount);
  });
});

describe('what is asked of the whole trip', () => {
  test.each([
    ['We want entire homes', ['rooms entire']],
    ['a whole apartment to ourselves', ['rooms entire']],
    ['private rooms would be ideal', ['rooms private']],
    ['We are fine with shared rooms', ['rooms shared']],
    ["We don't want to stay in shared rooms", ['rooms private+entire']],
    ['rooms that are not shared', ['rooms private+entire']],
    ['accommodation where smoking is permitted', ['allows smoking']],
    ['we need a non-smoking place', []],
    ['somewhere that lets us host parties', ['allows parties']],
    ['a party of six', []],
    ['our lodgings should allow visitors', ['allows visitors']],
    ['The stay has to be suitable for kids under 10', ['allows children']],
    ['We travel with our two cats', ['allows pets']],
    ['We have no pets', []],
    ['Our dog is coming along', ['allows pets']],
    ["We can't travel without our cats", ['allows pets']],
    ['No place with a no-pets policy, please', ['allows pets']],
    ['no non-smoking places', ['allows smoking']],
    ['We are smokers', ['allows smoking']],
    ["We don't smoke", []],
    ['We intend to party at our place', ['allows parties']],
    ["We'd like to have friends over", ['allows visitors']],
    ['Kid-friendly places only', ['allows children']],
    ['Shared rooms are out of the question', ['rooms private+entire']],
    ['Each room should be a private one', ['rooms private']],
    ['the place all to ourselves', ['rooms entire']],
    ["We won't be driving ourselves", ['without own-car']],
    ['Nobody in our group has a license', ['without own-car']],
    ['Leave the driving to others', ['without own-car']],
    ['None of it by plane, please', ['without flight']],
    ['Flights are out', ['without flight']],
    ['Everything but flying is fine', ['without flight']],
    ['Ground transportation only', ['without flight']],
    ["We're in the mood for Thai and Greek", ['Greek', 'Thai']],
    ['We love French and Thai.', ['French', 'Thai']],
    ['We love Italian art', []],
    ['non-self-driving transportation is preferred', ['without own-car']],
    ['the journey must not involve any flights', ['without flight']],
    ['We would rather not fly, and avoid taxis', ['without flight', 'without taxi']],
    ['we will drive our own car', []],
    ['We would love to taste Greek, Indian and Italian dishes', ['Greek', 'Indian', 'Italian']],
    ['As for food, anything but Chinese', []],
    ['We fly with American Airlines', []],
    ['I have no specific preferences about house rules, cuisine, rooms or transportation.', []],
  ])('should be read from: %s', (text, rules) => {
    expect(read(text).rules).toEqual(rules);
  });

  test('should be found at once in a hostile text', () => {
    const spent = cpuTimeOf(() => {
      readTripWish('not a shared with no not allow pets '.repeat(5_000), NOW);
      readTripWish('Aa '.repeat(20_000), NOW);
    });
    expect(spent).toBeLessThan(1_000);
  });
});
