import { optionFrom } from './facts.ts';

const read = (text: string, details?: string) => optionFrom({ optionId: 'opt_01', text, details });

describe('an option of a poll, in its own words', () => {
  test.each([
    ['Villa Mar, 4 bedrooms, sleeps 10', { rooms: 4, sleeps: 10 }],
    ['A farmhouse with 3 rooms', { rooms: 3 }],
    ['2-bed flat by the sea', { rooms: 2 }],
    ['Museum of tiles, 12 rooms of history', { rooms: undefined }],
    ['Hotel Central, 80 rooms', { rooms: undefined }],
    ['All-day hike to the lighthouse', { pace: 'full' }],
    ['A leisurely walk in the gardens', { pace: 'slow' }],
    ['Relaxed Italian by the harbour', { pace: undefined }],
    ['Kayak, minimum age 8', { minAge: 8 }],
    ['Castle, 200 steps to the top', { stepFree: false }],
  ])('says of "%s" what can be known and no more', (text, known) => {
    expect(read(text)).toMatchObject(known);
  });

  test('is called by its name where its text is long', () => {
    expect(read('Taverna do Capitao').text).toBe('Taverna do Capitao');
    expect(read('Taverna do Capitao, a family-run place with a terrace and live music').text).toBe(
      'Taverna do Capitao',
    );
    expect(read('The place that your cousin told us about last summer at the lake').text).toBe(
      'The place that your cousin told us abou…',
    );
  });
});
