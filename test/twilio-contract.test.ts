import { twilioContract, type WireRequest } from './twilio-contract.ts';

const MESSAGES = `/2010-04-01/Accounts/AC${'e'.repeat(32)}/Messages.json`;
const headers = { 'content-type': 'application/x-www-form-urlencoded', authorization: 'Basic ZXhhbXBsZTo=' };
const post = (form: Readonly<Record<string, string>>, change: Partial<WireRequest> = {}): WireRequest => ({
  ...{ method: 'POST', url: MESSAGES, headers, body: new URLSearchParams(form).toString() },
  ...change,
});
const WELL = { To: '+15550111', From: '+15550000', Body: 'Hi', StatusCallback: 'https://trips.example/s' };

describe("what a request breaks of Twilio's OpenAPI document", () => {
  test('should be nothing for one that sends and one that lists', async () => {
    const check = await twilioContract();
    expect(await check(post(WELL))).toEqual([]);
    const listing = { method: 'GET', url: `${MESSAGES}?To=%2B15550111&PageSize=100`, headers, body: '' };
    expect(await check(listing)).toEqual([]);
  });

  test.each<[string, WireRequest, RegExp]>([
    ['a field misspelt', post({ To: '+15550111', Form: '+15550000', Body: 'Hi' }), /no such field: Form/],
    ['a field missing', post({ From: '+15550000', Body: 'Hi' }), /required property 'To'/],
    ['a value that is no URL', post({ ...WELL, StatusCallback: 'nowhere' }), /StatusCallback must match format/],
    [
      'a value of another kind',
      post({ ...WELL, MessagingServiceSid: 'AC1' }),
      /MessagingServiceSid must match pattern/,
    ],
    [
      'a query misspelt',
      { method: 'GET', url: `${MESSAGES}?Too=1`, headers, body: '' },
      /no such query parameter: Too/,
    ],
    ['another path', post(WELL, { url: '/2010-04-01/Messages.json' }), /no path matched/],
    ['no credentials', post(WELL, { headers: { ...headers, authorization: '' } }), /security/],
  ])('should be named: %s', async (_what, request, says) => {
    const check = await twilioContract();
    expect((await check(request)).join()).toMatch(says);
  });
});
