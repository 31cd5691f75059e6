import { type Journey, startJourney } from './journey.ts';
import { type FarModels, type FarRequest, startFarModels } from './stand-ins/models.ts';

/** A language no rule here knows. */
const VOTE_IN_HUNGARIAN = 'szavazzunk hogy hova menjunk vacsorazni: Lagosta vagy Bacalhau';

/** Points at the first amount of the first passage it is shown. */
const takesAmount = ({ body }: FarRequest) => {
  const shown = JSON.stringify(body.messages).replace(/[ˆ-˿]/gu, ' ');
  const passage = /<<\w+ (r\d+)>>/.exec(shown)?.[1];
  return { text: JSON.stringify({ value: /EUR \d+/.exec(shown)?.[0] ?? null, passage }) };
};

describe('the conversation with a language model', () => {
  let far: FarModels;
  let journey: Journey;
  beforeAll(async () => {
    far = await startFarModels();
    journey = await startJourney({
      MODELS: 'openai',
      OPENAI_BASE_URL: `${far.url}/v1`,
      OPENAI_API_KEY: 'example-key',
      AI_BUDGET_TRIP_USD: '0.05',
    });
  });
  afterAll(async () => {
    await journey.close();
    await far.close();
  });
  const words = async (phone: string, text: string): Promise<string> => (await journey.text(phone, text)).join('\n');

  test('should do what it understands through the model, as the speaker and in their own words', async () => {
    const phone = '+15550191';
    await words(phone, 'demo');
    far.next({ calls: [{ name: 'new_poll', input: { words: 'poll: where do we have dinner? Lagosta or Bacalhau' } }] });
    expect(await words(phone, VOTE_IN_HUNGARIAN)).toMatch(
      /I understood: "poll: where do we have dinner\? Lagosta or Bacalhau". Shall I go ahead\?\s+1\) Yes/,
    );
    expect(await words(phone, '1')).toMatch(/1\) Lagosta[\s\S]*2\) Bacalhau/);
    const [request] = far.requests;
    expect(JSON.stringify(request?.body)).toContain(`<message>${VOTE_IN_HUNGARIAN}</message>`);
    expect(request?.body.model).toBe('gpt-4o-mini');
  });

  test('should not ask it for what plain rules answer', async () => {
    const phone = '+15550192';
    await words(phone, 'demo');
    const before = far.requests.length;
    await words(phone, '2');
    await words(phone, 'results');
    expect(far.requests).toHaveLength(before);
  });

  test('should answer from documents in its words as far as they hold, and in theirs where it makes things up', async () => {
    const phone = '+15550196';
    await words(phone, 'demo');
    const answers = (text: string) => ({ text: JSON.stringify({ sentences: [{ text, passages: ['p1'] }] }) });
    far.next(answers('You can check in from 15:20.'));
    expect(await words(phone, 'when can we check in?')).toMatch(/You can check in from 15:20 \[1\]/);
    far.next(answers('You can check in from 14:00.'));
    expect(await words(phone, 'from when can we check in?')).toMatch(/15:20[\s\S]*\[1\]/);
    expect(JSON.stringify(far.requests.at(-1)?.body)).not.toContain('"tools"');
  });

  test('should put together what several answers say', async () => {
    const phone = '+15550197';
    await words(phone, 'demo');
    far.next(
      {
        calls: [
          { name: 'ask', input: { words: 'how much is the baby cot a night?', wants: 'money' } },
          { name: 'ask', input: { words: 'how much is the garage a day?', wants: 'money' } },
        ],
      },
      takesAmount,
      takesAmount,
      { calls: [{ name: 'reckon', input: { parts: [{ value: 'v1' }, { value: 'v2' }] } }] },
      { text: 'done' },
      { text: '{"sentences":[]}' },
    );
    const said = await words(phone, 'how much do we pay for the baby cot and the garage together?');
    expect(said).toContain('A baby cot is EUR 9 a night');
    expect(said).toMatch(/EUR 9 \+ EUR 18 = EUR 27 \[1\]/);
  });

  test('should quote what it knows, and ask no model again, when none could put it together', async () => {
    const phone = '+15550198';
    await words(phone, 'demo');
    const before = far.requests.length;
    far.next({ text: 'I cannot.' });
    expect(await words(phone, 'how much is the baby cot for the three of us?')).toContain('EUR 9 a night');
    expect(far.requests).toHaveLength(before + 1);
  });

  test('should ask the person before anything that the model chose goes to the group', async () => {
    const phone = '+15550193';
    await words(phone, 'demo');
    far.next({ calls: [{ name: 'tell_everyone', input: { words: 'tell everyone the taxi is here', sure: true } }] });
    expect(await words(phone, 'mondd meg mindenkinek hogy itt a taxi')).toMatch(/Shall I tell[\s\S]*1\) Yes/);
  });

  test.each([
    ['calls something that is not there', { calls: [{ name: 'drop_all_tables', input: { words: 'x' } }] }],
    ['answers in prose', { text: 'I am only a language model.' }],
    ['is down', { status: 500 }],
  ] as const)('should say that it did not understand when the model %s', async (_, step) => {
    const phone = '+15550194';
    await words(phone, 'demo');
    far.next(step);
    expect(await words(phone, 'qwertz uiop asdf yxcv')).toContain("I didn't get that");
  });

  test('should say so when the budget of the trip is used up, and go on by plain words', async () => {
    await journey.restart({ AI_BUDGET_TRIP_USD: '0.004' });
    const phone = '+15550195';
    await words(phone, 'demo');
    far.always({ text: 'Nothing.', usage: { inputTokens: 4_000, outputTokens: 390 } });
    let said = '';
    for (let asked = 0; asked < 20 && !said.includes('🐢'); asked += 1)
      said = await words(phone, `bla ${asked} qwertz uiop asdf`);
    expect(said).toMatch(/saving mode today/);
    expect(await words(phone, 'when can we check in?')).toContain('15:20');
  });
});
