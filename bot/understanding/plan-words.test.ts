import { meansOneOf } from '../../trips/itineraries/editing/which-item.ts';
import type { PlanContext } from './plan-edits/parts.ts';
import { readPlanWish } from './plan-words.ts';

const NAMES = [
  ...['Tram Museum', 'Santo Inacio Zoo', 'Boat tour on the Douro', 'Clerigos Tower', 'Coastal hike to Foz'],
  ...['Dinner at Taverna da Rua', 'dinner', 'lunch'],
];
/** A Friday of a trip from Thursday 10 to Tuesday 15 June 2027. */
const AROUND: PlanContext = {
  dates: [10, 11, 12, 13, 14, 15].map((day) => `2027-06-${day}`),
  today: '2027-06-11',
  now: '09:00',
  seats: [
    { familyId: 'family_silva' as PlanContext['seats'][number]['familyId'], familyName: 'Silva' },
    { familyId: 'family_chen' as PlanContext['seats'][number]['familyId'], familyName: 'Chen' },
  ],
  own: 'family_silva',
  inPlan: (words) => meansOneOf(NAMES, words),
};
const [SATURDAY, SUNDAY, MONDAY] = ['2027-06-12', '2027-06-13', '2027-06-14'];

describe('what people say of a plan', () => {
  test.each([
    ['swap the museum and the zoo', { kind: 'swap', item: 'the museum', with: 'the zoo' }],
    ['could we switch the tower with the museum?', { kind: 'swap', item: 'the tower', with: 'the museum' }],
    ['put dinner half an hour earlier', { kind: 'move', item: 'dinner', on: '2027-06-11', minutesLater: -30 }],
    ['can dinner be an hour later on sunday', { kind: 'move', item: 'dinner', on: SUNDAY, minutesLater: 60 }],
    ['dinner a bit later pls', { kind: 'move', item: 'dinner', on: '2027-06-11', minutesLater: 30 }],
    ['push lunch back an hour', { kind: 'move', item: 'lunch', on: '2027-06-11', minutesLater: 60 }],
    ['push the museum back by 45 mins', { kind: 'move', item: 'the museum', minutesLater: 45 }],
    ['bring dinner on sunday forward by 20 minutes', { kind: 'move', item: 'dinner', on: SUNDAY, minutesLater: -20 }],
    ['delay the zoo by half an hour', { kind: 'move', item: 'the zoo', minutesLater: 30 }],
    ['can we do the tower earlier', { kind: 'move', item: 'the tower', minutesLater: -60 }],
    ['can we eat earlier on saturday', { kind: 'move', item: 'dinner', on: SATURDAY, minutesLater: -60 }],
    ['the museum a day later', { kind: 'move', item: 'the museum', daysLater: 1 }],
    ['shift the zoo to the next day', { kind: 'move', item: 'the zoo', daysLater: 1 }],
    ['everything an hour later on saturday', { kind: 'start', on: SATURDAY, minutesLater: 60 }],
    ['start half an hour later on sunday', { kind: 'start', on: SUNDAY, minutesLater: 30 }],
    ['can we start earlier on sunday', { kind: 'move', item: 'the first', on: SUNDAY, minutesLater: -60 }],
    ['drop the tower its too many stairs', { kind: 'drop', item: 'the tower' }],
    ["move the museum to saturday because it's raining", { kind: 'move', item: 'the museum', to: SATURDAY }],
    ['can u swap saturday n sunday', { kind: 'swap-days', days: [SATURDAY, SUNDAY] }],
    ['were late', { kind: 'open', lacks: 'minutes' }],
    ['the kids are tired, can we skip something', { kind: 'lighten', on: '2027-06-11' }],
    ['we want the museum on saturday', { kind: 'put', item: 'the museum', to: SATURDAY }],
    ['lighter day please', { kind: 'lighten', on: '2027-06-11' }],
    ['swap day 3 and 4', { kind: 'swap-days', days: [SATURDAY, SUNDAY] }],
    ['swap the tower for the aquarium', { kind: 'replace', item: 'the tower', by: 'the aquarium' }],
    ['drop the boat trip', { kind: 'drop', item: 'the boat trip' }],
    ["we don't want to see the tower", { kind: 'drop', item: 'the tower' }],
    ['nobody wants the hike', { kind: 'drop', item: 'the hike' }],
    ['we want to sleep longer on Sunday', { kind: 'start', on: SUNDAY }],
    ['not so early on Saturday', { kind: 'start', on: SATURDAY }],
    ['can dinner be at 7 instead', { kind: 'move', item: 'dinner', on: '2027-06-11', at: '19:00' }],
    ['could dinner on Sunday be at 7?', { kind: 'move', item: 'dinner', on: SUNDAY, at: '19:00' }],
    ['move lunch on Monday to 1pm', { kind: 'move', item: 'lunch', on: MONDAY, at: '13:00' }],
    ['running half an hour behind', { kind: 'late', minutes: 30, on: '2027-06-11', now: '09:00' }],
    ["the train is delayed, we'll be 2 hours late", { kind: 'late', minutes: 120, on: '2027-06-11', now: '09:00' }],
    ['we overslept', { kind: 'open', lacks: 'minutes' }],
    ["we'd rather have the museum on Saturday", { kind: 'put', item: 'the museum', to: SATURDAY }],
    ['could we do the zoo in the morning', { kind: 'move', item: 'the zoo', at: '10:00' }],
    ['museum on sunday', { kind: 'move', item: 'museum', to: SUNDAY }],
    ['what about the zoo on Monday', { kind: 'move', item: 'the zoo', to: MONDAY }],
    ['take the kids to the zoo on Sunday instead', { kind: 'move', item: 'zoo', to: SUNDAY }],
    ['is it possible to visit the tower tomorrow', { kind: 'put', item: 'the tower', to: SATURDAY }],
    ['make Sunday a rest day', { kind: 'free', on: SUNDAY }],
    ['keep Monday evening free', { kind: 'free', on: MONDAY, from: '18:00', to: '23:59' }],
    ['free afternoon on Monday', { kind: 'free', on: MONDAY, from: '12:00', to: '18:00' }],
    ['nothing after 5 on Sunday', { kind: 'free', on: SUNDAY, from: '17:00', to: '23:59' }],
    ['we need more free time on Saturday', { kind: 'lighten', on: SATURDAY }],
    ['the zoo is too expensive', { kind: 'replace', item: 'the zoo' }],
    ['something else instead of the tower', { kind: 'replace', item: 'the tower' }],
    ['only our family: skip the hike', { kind: 'skip', item: 'the hike', families: ['family_silva'] }],
    ['just us: no hike', { kind: 'skip', item: 'hike', families: ['family_silva'] }],
    ['count us out of the hike', { kind: 'skip', item: 'the hike', families: ['family_silva'] }],
    ['dinner at 20:00 instead of 19:00 on Sunday', { kind: 'move', item: 'dinner', on: SUNDAY, at: '20:00' }],
    ['dinner later, at 8 on Sunday', { kind: 'move', item: 'dinner', on: SUNDAY, at: '20:00' }],
    ['the hike without the Chens', { kind: 'skip', item: 'the hike', families: ['family_chen'] }],
    ['only the Silvas do the zoo', { kind: 'skip', item: 'the zoo', families: ['family_chen'] }],
    ['the Chens do the zoo without us', { kind: 'skip', item: 'the zoo', families: ['family_silva'] }],
    [
      'the Silvas do the zoo while the Chens go to the tower',
      {
        kind: 'split',
        lanes: [
          { item: 'the zoo', families: ['family_silva'] },
          { item: 'the tower', families: ['family_chen'] },
        ],
      },
    ],
    [
      'on Sunday: we visit the museum while the others go to the zoo',
      {
        kind: 'split',
        on: SUNDAY,
        lanes: [
          { item: 'the museum', families: ['family_silva'] },
          { item: 'the zoo', families: ['family_chen'] },
        ],
      },
    ],
    [
      'can the Chens go to the tower while we do the boat tour on Monday',
      {
        kind: 'split',
        on: MONDAY,
        lanes: [
          { item: 'the tower', families: ['family_chen'] },
          { item: 'the boat tour', families: ['family_silva'] },
        ],
      },
    ],
    ['the kids do the zoo while the adults go to the winery', { kind: 'open', lacks: 'families' }],
    ['the kids go to the zoo with us while we do the museum', { kind: 'open', lacks: 'families' }],
  ])('"%s"', (said, wish) => {
    expect(readPlanWish(said, AROUND)).toEqual(wish);
  });

  test.each([
    'the kids go to the zoo with the Chens while we do the museum',
    'while we do the museum, our kids go with the Chens to the zoo',
    'the children and the Chens visit the zoo while we do the museum',
  ])('"%s" parts a family, and leads to what families can do as they are', (said) => {
    const wish = readPlanWish(said, AROUND);
    if (wish?.kind !== 'open' || wish.instead?.kind !== 'split') throw new Error(JSON.stringify(wish));
    expect(wish.lacks).toBe('families');
    expect([...wish.instead.lanes].sort((a, b) => (a.item < b.item ? -1 : 1))).toEqual([
      { item: 'the museum', families: ['family_silva'] },
      { item: 'the zoo', families: ['family_chen'] },
    ]);
  });

  test.each([
    'the day trip budget is too small',
    'where is the wifi on Monday',
    'we booked the hotel for Sunday',
    'see you on Sunday',
    'is anyone free',
    'thanks, that was a lovely evening',
  ])('"%s" asks for no change', (said) => {
    expect(readPlanWish(said, AROUND)).toBeUndefined();
  });
});
