import { readNotificationWords } from './notification-words.ts';
import { readReminder } from './reminder-words.ts';

const defined = (words: object) => Object.fromEntries(Object.entries(words).filter(([, value]) => value !== undefined));

describe('how somebody wants to be written to', () => {
  test.each([
    ["don't text me after 9 pm", { quiet: { from: '21:00', to: '08:00' }, door: 'sms' }],
    ['no messages between 22:00 and 7:00 please', { quiet: { from: '22:00', to: '07:00' } }],
    ['quiet hours from 10 to 7', { quiet: { from: '22:00', to: '07:00' } }],
    ['do not write to me before 8 in the morning', { quiet: { from: '22:00', to: '08:00' } }],
    ['please do not disturb us at night', { quiet: { from: '22:00', to: '08:00' } }],
    ['quiet hours off', { quiet: 'none' }],
    ['mute polls', { mute: ['polls'] }],
    ['stop telling me about expenses and documents', { mute: ['money', 'documents'] }],
    ['no poll notifications by sms', { mute: ['polls'], door: 'sms' }],
    ['mute everything but reminders', { mute: ['polls', 'plans', 'bookings', 'money', 'documents', 'people'] }],
    ['unmute polls', { unmute: ['polls'] }],
    ['send me the news once a day', { pace: 'daily' }],
    ['tell me as it happens', { pace: 'immediate' }],
    ['daily digest off', { pace: 'immediate' }],
    ['stop the hourly digest', { pace: 'immediate' }],
    ['what are my notification settings', {}],
    ['between 35:00 and 99 do not text', { door: 'sms' }],
  ])('%s', (text, words) => {
    expect(defined(readNotificationWords(text))).toEqual(words);
  });
});

describe('what to be reminded of', () => {
  const now = new Date('2027-06-07T10:00:00Z');
  test.each([
    ['remind us on Friday at 9 to pack the passports', 'pack the passports', '2027-06-11T08:00:00.000Z', undefined],
    ['remind me in two hours that the oven is on', 'the oven is on', '2027-06-07T12:00:00.000Z', 'me'],
    ['please remind everyone tomorrow at 18:30: bring cash', 'bring cash', '2027-06-08T17:30:00.000Z', 'trip'],
    ['set a reminder for Thursday 8 am to buy sunscreen', 'buy sunscreen', '2027-06-10T07:00:00.000Z', undefined],
    ["don't let us forget to water the plants on Thursday", 'water the plants', '2027-06-10T08:00:00.000Z', undefined],
    ['reminder: call grandma tomorrow evening', 'call grandma', '2027-06-08T18:00:00.000Z', undefined],
  ])('%s', (text, what, at, whom) => {
    expect(readReminder(text, now, { timeZone: 'Europe/Lisbon' })).toMatchObject({
      ...{ what, at, kind: 'reminder', for: whom, repeats: false },
      byClock: !text.includes('in two hours'),
    });
  });

  test.each([
    ['the deposit is due on 1 July', 'the deposit', '2027-07-01T17:00:00.000Z'],
    ['deadline: pay the balance by 3 July', 'pay the balance', '2027-07-03T17:00:00.000Z'],
    ['the tickets must be paid by Friday at noon', 'the tickets must be paid', '2027-06-11T11:00:00.000Z'],
  ])('%s', (text, what, at) => {
    expect(readReminder(text, now, { timeZone: 'Europe/Lisbon' })).toMatchObject({ what, at, kind: 'deadline' });
  });

  test('should see that something is wanted again and again, and what is not said at all', () => {
    expect(readReminder('remind us every morning at 9 to take our pills', now, { timeZone: 'UTC' }).repeats).toBe(true);
    expect(readReminder('remind us', now, { timeZone: 'UTC' })).toEqual({
      what: undefined,
      at: undefined,
      kind: 'reminder',
      for: undefined,
      repeats: false,
    });
  });
});
