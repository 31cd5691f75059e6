import { openLog } from './log.ts';

const CANARY = 'canary-example';

/** The lines that logging `facts` leaves. */
const written = (facts: object): string => {
  const lines: string[] = [];
  openLog('trace', { write: (line) => void lines.push(line) }).info(facts, 'example');
  return lines.join('');
};

describe('a log line', () => {
  test.each(['authorization', 'token', 'password', 'secret', 'phone', 'email', 'address', 'text', 'body'])(
    'should hold nothing that is called %s, at the top, in what is logged, or in a part of that',
    (name) => {
      for (const facts of [
        { [name]: CANARY },
        { request: { [name]: CANARY } },
        { request: { query: { [name]: CANARY } } },
      ]) {
        expect(written(facts)).toContain('[redacted]');
        expect(written(facts)).not.toContain('canary');
      }
    },
  );

  test('should hold no signature of a webhook', () => {
    expect(written({ headers: { 'x-twilio-signature': CANARY } })).not.toContain('canary');
  });

  test('should hold ids and what else was logged, on one line of JSON with its time', () => {
    expect(JSON.parse(written({ tripId: 'trip_1', ms: 3 }))).toMatchObject({
      ...{ level: 30, tripId: 'trip_1', ms: 3, msg: 'example' },
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    });
    expect(written({ a: 1, b: 'two\nlines' }).trimEnd().split('\n')).toHaveLength(1);
  });
});
