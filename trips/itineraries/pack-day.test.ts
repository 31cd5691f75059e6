import { packDay } from './pack-day.ts';

test('a day that needs its rooms left earlier has them left a little before their time, not at dawn', () => {
  const placed = packDay([
    { key: 'check-out', minutes: 30, windows: [{ from: 420, to: 660 }], preferred: 630, weight: 2, leaves: true },
    { key: 'aquarium', minutes: 150, windows: [{ from: 660, to: 840 }] },
    { key: 'lunch', minutes: 60, windows: [{ from: 705, to: 900 }], preferred: 720 },
  ]);
  expect(placed?.find(({ key }) => key === 'check-out')).toMatchObject({ start: 600, end: 630 });
  expect(placed?.find(({ key }) => key === 'aquarium')).toMatchObject({ start: 660 });
});
