import { SKILLS } from '../bot/skills/every-skill.ts';
import { openMeteo } from '../bot/weather/open-meteo.ts';
import { openWeatherStandIn } from './stand-ins/open-meteo.ts';
import { openTalk, TALKED_AT } from './talk.ts';

const said = async (stranger: Awaited<ReturnType<typeof openTalk>>['stranger'], ...words: readonly string[]) => {
  const texter = stranger();
  await texter.say('demo');
  const all: string[] = [];
  for (const one of words) all.push((await texter.say(one)).map(({ text }) => text).join('\n'));
  return all;
};

test('the weather of a day is told with its source and its time, and a day beyond the forecast is said to be one', async () => {
  const service = await openWeatherStandIn();
  service.first = new Date(TALKED_AT).toISOString().slice(0, 10);
  const talk = await openTalk(
    SKILLS,
    undefined,
    openMeteo({
      ...{ baseUrl: service.url, geocodingUrl: service.url, clock: { now: () => TALKED_AT } },
      log: { warn: () => undefined },
    }),
  );
  try {
    const [tomorrow = '', trip = '', spanish = ''] = await said(
      talk.stranger,
      "what's the weather tomorrow?",
      'weather',
      '¿va a llover mañana?',
    );
    expect(tomorrow).toMatch(
      /^Lisbon\. \w{3} \d+ \w{3}: showers, 15-20 °C, 85% chance of rain\. Forecast by Open-Meteo, \d\d:\d\d /,
    );
    expect(trip).toMatch(/The forecast reaches to .* so far/);
    expect(spanish).toMatch(/chubascos|pronóstico/i);
    service.answer = 500;
  } finally {
    await talk.close();
    await service.close();
  }
});

test('without a service people are told that there is none', async () => {
  const talk = await openTalk();
  try {
    const [answer] = await said(talk.stranger, 'will it rain on Saturday?');
    expect(answer).toMatch(/no weather forecast/);
  } finally {
    await talk.close();
  }
});
