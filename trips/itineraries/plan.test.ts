import {
  decide,
  eur,
  factsOf,
  failing,
  family,
  food,
  guide,
  hotel,
  lines,
  okoyes,
  page,
  plan,
  silvas,
  titles,
} from '../../test/lisbon-trip.ts';

describe('the planner', () => {
  it('plans arrival, meals, sights and departure of every day, and the checker agrees', () => {
    const facts = factsOf();
    const planned = lines(facts);
    expect(planned[0]).toBe('11 15:20-15:50 Arrive and check in at Hotel Miradouro');
    expect(planned).toContain('15 10:30-11:00 Check out of Hotel Miradouro');
    expect(planned.filter((line) => line.includes('Oceanário'))).toHaveLength(1);
    expect(failing(facts)).toEqual([]);
    // Stay 1,920; what was planned besides is the sum of its parts, each for the nine of them.
    const { total, days } = plan(facts);
    const sum = days.flatMap(({ items }) => items.map(({ cost }) => cost?.amount ?? 0)).reduce((a, b) => a + b, 0);
    expect(total).toEqual({ amount: sum, currency: 'EUR' });
    const oceanario = days.flatMap(({ items }) => items).find(({ title }) => title === 'Oceanário');
    // Five adults, a 16-year-old and... children up to 12: 12, 9 and 4 pay 15; the other six pay 25.
    expect(oceanario?.cost).toEqual(eur(6 * 25 + 3 * 15));
    expect(oceanario?.source).toEqual({ documentId: 'document_guide.md', name: 'guide.md', page: 1 });
  });

  it('gives the same plan for the same facts, and not another when the papers come in another order of families', () => {
    expect(plan(factsOf())).toEqual(plan(factsOf()));
  });

  it('leaves out what has steps, warns of nuts or is for older children', () => {
    const planned = titles(factsOf()).join('\n');
    expect(planned).not.toMatch(/Castle|Pelican|cruise/);
    const carefree = factsOf({ families: [family('family_a', [40, 39])] });
    expect(titles(carefree).join('\n')).toMatch(/Castle/);
    expect(failing(carefree)).toEqual([]);
  });

  it('rests after lunch with small children, and not without', () => {
    expect(titles(factsOf())).toContain('Rest after lunch');
    expect(titles(factsOf({ families: [okoyes] }))).not.toContain('Rest after lunch');
  });

  it('does fewer things a day at a slow pace than at a full one', () => {
    const many = page(
      'ideas.md',
      'Museums',
      Array.from(
        { length: 20 },
        (_, index) => `Museum ${String.fromCharCode(65 + index)}: open 9:00-19:00, EUR 5, 60 minutes`,
      ).join('\n'),
    );
    const at = (pace: 'slow' | 'full') =>
      titles(factsOf({ families: [family('family_a', [30], { pace })], passages: [hotel, many, food] })).filter(
        (title) => title.startsWith('Museum'),
      ).length;
    expect(at('slow')).toBeLessThan(at('full'));
  });

  it('keeps to weekday closings: a museum closed on the only full day is not visited', () => {
    const facts = factsOf({
      trip: { startDate: '2027-06-13', endDate: '2027-06-15', destination: 'Lisbon', budget: eur(6000) },
      passages: [page('g.md', 'Museums', 'Tile Museum: closed Mon and Tue, open 10:00-14:00, EUR 8')],
    });
    expect(titles(facts).join()).not.toContain('Tile Museum');
  });

  it('puts what is booked at its time and plans around it', () => {
    const facts = factsOf({
      passages: [
        hotel,
        guide,
        food,
        page(
          'plans.txt',
          undefined,
          'Sat 12 June 10:30-12:30 boat tour booked, EUR 240 for the group\nSun 13 June 19:30 dinner booked at Taverna do Capitão',
        ),
      ],
    });
    expect(lines(facts)).toEqual(
      expect.arrayContaining(['12 10:30-12:30 Boat tour', '13 19:30-21:00 Taverna do Capitão']),
    );
    expect(lines(facts).filter((line) => line.includes('Taverna'))).toHaveLength(1);
    expect(failing(facts)).toEqual([]);
  });

  it('fits the first and last day around the flights', () => {
    const flights = page(
      'flights.txt',
      undefined,
      'Flight TP1234 arrives Lisbon 11:05 on Fri 11 June\nReturn flight TP1235 Tue 15 June departs Lisbon 13:40',
    );
    const facts = factsOf({ passages: [hotel, guide, food, flights] });
    const planned = lines(facts);
    expect(planned).toContain('11 11:05-11:50 Arrive in Lisbon');
    expect(planned).toContain('11 15:20-15:50 Check in at Hotel Miradouro');
    expect(planned).toContain('15 11:10-13:40 Set off for flight TP1235');
    expect(planned.filter((line) => line.startsWith('15')).at(-1)).toBe('15 11:10-13:40 Set off for flight TP1235');
    expect(failing(facts)).toEqual([]);
  });

  it('plans what a poll decided, on the day and for the meal it asked about', () => {
    const facts = factsOf({ decided: [decide('Where do we eat on Friday night?', 'Pizza Roma')] });
    expect(lines(facts)).toContain('11 18:30-20:00 Dinner at Pizza Roma');
  });

  it('leaves those free that sit out what the others decided, and asks no money of them', () => {
    const friday = decide('Where do we eat on Friday night?', 'Pizza Roma');
    const costOf = (who?: readonly string[]): number =>
      plan(factsOf({ decided: [{ ...friday, who }] }))
        .days.flatMap(({ items }) => items)
        .find(({ title }) => title.includes('Pizza Roma'))?.cost?.amount ?? 0;
    expect(costOf([okoyes.id])).toBeGreaterThan(0);
    expect(costOf([okoyes.id]) + costOf([silvas.id])).toBeLessThan(costOf());
    expect(failing(factsOf({ decided: [{ ...friday, who: [okoyes.id] }] }))).toEqual([]);
  });

  it('plans what a poll decided though no paper speaks of it', () => {
    const facts = factsOf({
      decided: [decide('What shall we do on Saturday?', 'Kite flying, at the beach', { price: eur(3) })],
    });
    expect(lines(facts).find((line) => line.includes('Kite flying'))).toMatch(/^12 /);
    expect(failing(facts)).toEqual([]);
  });

  it('says so when what a poll decided does not do for somebody, naming nobody', () => {
    const facts = factsOf({ decided: [decide('Where do we eat on Friday night?', 'Salty Pelican')] });
    expect(titles(facts).join()).not.toContain('Pelican');
    const gap = plan(facts).gaps.find((text) => text.includes('Salty Pelican'));
    expect(gap).toMatch(/won the vote/);
    expect(gap).not.toMatch(/chen|silva|okoye|leo/i);
  });

  it('keeps what is booked though a fact speaks against it, and lets the checks say so', () => {
    const steps = { ...hotel, text: hotel.text.replace('There is a lift.', 'There are 40 steps and no lift.') };
    const dinner = page('plans.txt', undefined, 'Sat 12 June 19:30 dinner booked at Salty Pelican');
    const facts = factsOf({ passages: [steps, food, dinner] });
    expect(lines(facts)).toContain('12 19:30-21:00 Salty Pelican');
    expect(failing(facts).map(({ constraint }) => constraint)).toEqual(['diet', 'mobility']);
    expect(plan(facts).gaps).toContain('Hotel Miradouro is booked, but it has steps: ask there before you go.');
  });

  it('plans a trip without any document as free time, and says what to send', () => {
    const facts = factsOf({ passages: [] });
    const { days, gaps } = plan(facts);
    expect(new Set(days.flatMap(({ items }) => items.map(({ kind }) => kind)))).toEqual(
      new Set(['arrive', 'free', 'depart']),
    );
    expect(gaps.join('\n')).toMatch(/No place to stay/);
    expect(gaps.join('\n')).toMatch(/send me places to eat/);
    expect(gaps.join('\n')).toMatch(/send me a guide or a list of ideas for Lisbon/);
    expect(failing(facts)).toEqual([]);
  });

  it('counts a day without the family that cannot be there', () => {
    const away = family('family_o', [60, 12], {
      unavailable: ['2027-06-12', '2027-06-13', '2027-06-14', '2027-06-15'],
    });
    const facts = factsOf({
      families: [silvas, away],
      passages: [page('g.md', 'Museums', 'Tile Museum: Sat 10:00-18:00, EUR 8 per person')],
    });
    const item = plan(facts)
      .days.flatMap(({ items }) => items)
      .find(({ title }) => title === 'Tile Museum');
    expect(item?.cost).toEqual(eur(24));
    expect(plan(facts).gaps.join()).toContain("One family can't be there on Sat 12 Jun");
    expect(failing(facts)).toEqual([]);
  });

  it('plans two weeks of a large offer', () => {
    const ideas = Array.from(
      { length: 60 },
      (_, index) =>
        `Museum ${index} Street: open 9:00-1${index % 9}:30, closed ${['Mon', 'Tue', 'Wed', 'Sun'][index % 4]}, EUR ${4 + (index % 17)}, ${45 + 15 * (index % 8)} minutes`,
    );
    const tables = Array.from(
      { length: 40 },
      (_, index) =>
        `Trattoria ${index} Street: EUR ${9 + (index % 25)} per person, 12:00-15:00 and 18:00-22:00, closed ${['Mon', 'Thu', 'Sun'][index % 3]}, nut-free, vegetarian`,
    );
    const facts = factsOf({
      trip: { startDate: '2027-06-01', endDate: '2027-06-14', destination: 'Rome', budget: eur(7000) },
      passages: [hotel, page('g.md', 'Museums', ideas.join('\n')), page('f.md', 'Restaurants', tables.join('\n'))],
    });
    const { days, total } = plan(facts);
    expect(days).toHaveLength(14);
    expect(total?.amount).toBeLessThanOrEqual(700_000);
    expect(failing(facts)).toEqual([]);
  });
});
