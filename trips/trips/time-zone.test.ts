import { knownZone, zoneOfPlace } from './time-zone.ts';

describe('the time zone of a place', () => {
  test.each([
    ['Lisbon', 'Europe/Lisbon'],
    ['lisbon, portugal', 'Europe/Lisbon'],
    ['Reykjavik', 'Atlantic/Reykjavik'],
    ['São Paulo', 'America/Sao_Paulo'],
    ['Paris', 'Europe/Paris'],
    ['Orlando', 'America/New_York'],
    ['Croatia', 'Europe/Zagreb'],
    ['Portugal', 'Europe/Lisbon'],
    ['England', 'Europe/London'],
    ['the south of France', 'Europe/Paris'],
    ['Northern Italy', 'Europe/Rome'],
    ['Asia/Tokyo', 'Asia/Tokyo'],
  ])('%s is in %s', (place, zone) => {
    expect(zoneOfPlace(place)).toBe(zone);
  });

  test.each(['Atlantis', 'United States of America', 'our cabin', '', 'Europe/Atlantis'])(
    '%s is in none that is known for sure',
    (place) => {
      expect(zoneOfPlace(place)).toBeUndefined();
    },
  );

  test('only gives zones that clocks can be set by', () => {
    for (const place of ['Delhi', 'Kyiv', 'Yangon', 'Hanoi', 'Buenos Aires', 'Nuuk']) {
      const zone = zoneOfPlace(place);
      expect(zone === undefined || knownZone(zone)).toBe(true);
    }
  });
});
