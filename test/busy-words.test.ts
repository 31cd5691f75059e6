import { type Journey, startJourney } from './journey.ts';

const BEA = '+15550131';
/** As much as one text message may hold. */
const TEXT = 1_500;

/** What keeps a pattern busy that can read the same words in many ways: one that does is at it for hours, and the server with it. */
describe('words made to keep a pattern busy', () => {
  let journey: Journey;
  beforeAll(async () => {
    journey = await startJourney();
    const { token } = await journey.signUp({ name: 'Bea', phone: BEA, familyName: 'Chen' });
    const body = { name: 'Lisbon', destination: 'Lisbon', startDate: '2027-06-11', endDate: '2027-06-15' };
    await journey.api('POST', '/trips', { token, body });
    await journey.text(BEA, 'poll: dinner? Taverna, Pelican, Pizza');
  });
  afterAll(() => journey.close());

  test.each([
    ...['ha', 'ja', 'the ', 'the Chens and ', 'not ', 'and ', 'no, ', 'no wait, ', 'at ', 'we ', 'our family '],
    ...['kids ', 'my old husband and ', 'Ana, ', 'A, ', '1-', '1 ', '$1 ', '12:00 ', 'friday ', 'to Rome ', 'x@'],
    ...[' ', '\n', '\t ', '-', '(', 'a', 'ñ', '😀', 'please ', 'vote ', 'sin nueces '],
  ])('are answered (%j)', async (words) => {
    const many = words.repeat(TEXT / words.length);
    for (const text of [`${many}x`, `so${many}!`]) expect(await journey.text(BEA, text)).not.toEqual([]);
  });
});
