import { cpuTimeOf } from '../../../test/cpu-time.ts';
import { readOpeningHours } from './opening-hours.ts';

/** `Mo 10-18 | … ` per weekday: `-` closed, `?` unknown. */
const say = (text: string, month?: number): string => {
  const hours = readOpeningHours(text, month);
  if (!hours) return 'unknown';
  const time = (minutes: number): string =>
    minutes % 60 === 0 ? String(minutes / 60) : `${Math.floor(minutes / 60)}:${minutes % 60}`;
  const days = hours.map((spans) =>
    spans === undefined
      ? '?'
      : spans.length === 0
        ? '-'
        : spans.map(({ from, to }) => `${time(from)}-${time(to)}`).join('+'),
  );
  return new Set(days).size === 1 ? `all ${days[0]}` : days.join(' ');
};

describe('opening hours are read from', () => {
  it.each([
    ['open 10:00-20:00', 'all 10-20'],
    ['Open daily 10:00 - 20:00, last entry 19:00', 'all 10-20'],
    ['10am-6pm', 'all 10-18'],
    ['Opening hours: 10 am to 6:30 pm', 'all 10-18:30'],
    ['open 9-5', 'all 9-17'],
    ['open 10-6pm', 'all 10-18'],
    ['open from 1-5pm', 'all 13-17'],
    ['open noon to midnight', 'all 12-24'],
    ['Hours 9h30-17h', 'all 9:30-17'],
    ['open 10.00-18.00', 'all 10-18'],
    ['closed Mondays', '- ? ? ? ? ? ?'],
    ['Open 10:00-18:00, closed on Mondays', '- 10-18 10-18 10-18 10-18 10-18 10-18'],
    ['open 10:00 to 18:00, Tuesday to Sunday', '- 10-18 10-18 10-18 10-18 10-18 10-18'],
    ['Tue-Sun 10-18', '- 10-18 10-18 10-18 10-18 10-18 10-18'],
    ['Mon-Fri 9:00-18:00, Sat 10-14', '9-18 9-18 9-18 9-18 9-18 10-14 -'],
    ['9-18 Mon-Fri, 10-14 Sat', '9-18 9-18 9-18 9-18 9-18 10-14 -'],
    ['weekdays 8:00-16:00; weekends 10:00-14:00', '8-16 8-16 8-16 8-16 8-16 10-14 10-14'],
    ['open 10am-6pm except Mondays and Tuesdays', '- - 10-18 10-18 10-18 10-18 10-18'],
    ['daily except Wednesday 11:00-19:00', '11-19 11-19 - 11-19 11-19 11-19 11-19'],
    ['Monday closed, other days 12:00-22:00', '- 12-22 12-22 12-22 12-22 12-22 12-22'],
    ['12:00-15:00 and 19:00-23:00', 'all 12-15+19-23'],
    [
      'lunch 12-15, dinner 19-23, closed Sun',
      '12-15+19-23 12-15+19-23 12-15+19-23 12-15+19-23 12-15+19-23 12-15+19-23 -',
    ],
    ['Thu-Sat 18:00-02:00', '- - - 18-26 18-26 18-26 -'],
    ['open 24 hours', 'all 0-24'],
    ['24/7', 'all 0-24'],
    ['Open Wed, Fri and Sat', '- - ? - ? ? -'],
    ['Open Fri-Mon 11:00-17:00', '11-17 - - - 11-17 11-17 11-17'],
    ['opens at 9:00 and closes at 18:00', 'all 9-18'],
    ['It opens at 10am, closes 6pm', 'all 10-18'],
    ['Mon-Thu 12-2pm and 5-10pm, Fri-Sun 12-10pm', '12-14+17-22 12-14+17-22 12-14+17-22 12-14+17-22 12-22 12-22 12-22'],
    ['Sunday 10:00-13:00', '- - - - - - 10-13'],
  ])('%s', (text, expected) => {
    expect(say(text)).toBe(expected);
  });

  it('the season of the trip, when there are several', () => {
    const text = 'Open Mar-Oct 9:00-21:00, Nov-Feb 9:00-18:00.';
    expect(say(text, 6)).toBe('all 9-21');
    expect(say(text, 1)).toBe('all 9-18');
    expect(say(text)).toBe('unknown');
  });
});

describe('no opening hours are read from', () => {
  it.each([
    'EUR 10-18 per person',
    'for ages 4-12',
    'we are there 11-15 June',
    'Allow 2-3 hours',
    'Check-in 15:00-20:00',
    'feeding 11:00-11:30',
    'about 10-15 minutes on foot',
    'open until late',
    'Take the sun hat; we sat there in the sun',
    'Table for 8-10 people',
    'rooms 10-18',
    '3-5 Infirmary Street',
    'Order 9-17 adults',
  ])('%s', (text) => {
    expect(say(text)).toBe('unknown');
  });

  it('hours that contradict each other', () => {
    expect(say('The guide says open 10:00-18:00. The website says open 9:00-17:00.')).toBe('unknown');
  });

  it('a very long hostile line, quickly', () => {
    const spent = cpuTimeOf(() => {
      readOpeningHours(`Mon-${'Mon, '.repeat(20_000)} 10${'-10'.repeat(20_000)}`);
      readOpeningHours(`${'a'.repeat(50_000)}${' '.repeat(50_000)}x`);
    });
    expect(spent).toBeLessThan(1_500);
  });
});
