import { type News, type NotificationPreferences, timingOf } from './preferences.ts';

const news: News = { topic: 'polls', door: 'sms', urgent: false, prompt: false, waited: false };
const at = (iso: string, wishes: Partial<NotificationPreferences>, more: Partial<News> = {}) => {
  const timing = timingOf({ muted: [], ...wishes }, { ...news, ...more }, Date.parse(iso), 'Europe/Lisbon');
  return timing.tell === 'later' ? `${timing.at}${timing.digest ? ' digest' : ''}` : timing.tell;
};
const NIGHT = { quietHours: { from: '21:00', to: '08:00' } };

describe('when somebody is told', () => {
  test.each([
    ['before the quiet hours', '2027-06-11T19:59:00Z', NIGHT, 'now'],
    ['in them, before midnight', '2027-06-11T20:00:00Z', NIGHT, '2027-06-12T07:00:00.000Z'],
    ['in them, after midnight', '2027-06-12T06:59:00Z', NIGHT, '2027-06-12T07:00:00.000Z'],
    ['when they end', '2027-06-12T07:00:00Z', NIGHT, 'now'],
    ['in a nap', '2027-06-11T12:30:00Z', { quietHours: { from: '13:00', to: '14:30' } }, '2027-06-11T13:30:00.000Z'],
    ["by the reader's own clock", '2027-06-11T20:30:00Z', { ...NIGHT, timeZone: 'America/New_York' }, 'now'],
    ['over a change of the clocks', '2027-03-27T23:00:00Z', NIGHT, '2027-03-28T07:00:00.000Z'],
    ['with hours of no length', '2027-06-11T21:00:00Z', { quietHours: { from: '21:00', to: '21:00' } }, 'now'],
    ['who muted the topic', '2027-06-11T12:00:00Z', { muted: ['polls' as const] }, 'never'],
    ['who muted it at this door', '2027-06-11T12:00:00Z', { mutedAt: { sms: ['polls' as const] } }, 'never'],
    ['who muted it at another door', '2027-06-11T12:00:00Z', { mutedAt: { web: ['polls' as const] } }, 'now'],
    ['once an hour', '2027-06-11T12:10:00Z', { pace: 'hourly' as const }, '2027-06-11T13:00:00.000Z digest'],
    ['once a day', '2027-06-11T12:10:00Z', { pace: 'daily' as const }, '2027-06-12T07:00:00.000Z digest'],
    [
      'once an hour, but not at night',
      '2027-06-11T19:30:00Z',
      { ...NIGHT, pace: 'hourly' as const },
      '2027-06-12T07:00:00.000Z digest',
    ],
  ])('%s', (_, now, wishes, told) => {
    expect(at(now, wishes)).toBe(told);
  });

  test('should let through what cannot wait, and keep from a digest what is of no use later', () => {
    const strict = { ...NIGHT, muted: ['polls' as const], pace: 'daily' as const };
    expect(at('2027-06-11T23:00:00Z', strict, { urgent: true })).toBe('now');
    expect(at('2027-06-11T12:00:00Z', { pace: 'daily' }, { prompt: true })).toBe('now');
    expect(at('2027-06-11T12:00:00Z', { pace: 'daily' }, { waited: true })).toBe('now');
  });
});
