import { openTalk, type Texter } from './talk.ts';

/** Three families that found a trip by text and talk about polls as people do. */
describe('talk about polls', () => {
  let talk: Awaited<ReturnType<typeof openTalk>>;
  beforeAll(async () => {
    talk = await openTalk();
  });
  afterAll(() => talk.close());

  /** All that is answered, words and choices. */
  const told = async (who: Texter, words: string): Promise<string> =>
    (await who.say(words))
      .flatMap(({ text, choices = [] }) => [text, ...choices.map(({ label }, index) => `${index + 1}) ${label}`)])
      .join('\n');

  const families = async () => {
    const [ana, bo, carla] = [talk.stranger(), talk.stranger(), talk.stranger()];
    await ana.say('new trip to Lisbon');
    await ana.say('Ana Silva');
    await ana.say('2 adults, kid 7');
    for (const [one, name, full] of [
      [bo, 'Bergs', 'Bo Berg'],
      [carla, 'Chens', 'Carla Chen'],
    ] as const) {
      const code = /join ([A-Z0-9]{6})/.exec(await told(ana, `invite the ${name}`))?.[1];
      await one.say(`join ${code}`);
      await one.say(full);
      await one.say('2 adults');
    }
    return { ana, bo, carla };
  };

  test('an answer is counted as it was meant, and what only says no is asked for the rest', async () => {
    const { ana, bo, carla } = await families();
    await ana.say('poll: where do we eat on friday? Taverna do Mar, Salty Pelican, Pizza Roma');
    expect(await told(carla, 'tavrna')).toContain('The Chens vote 1) Taverna do Mar.');
    expect(await told(bo, 'not the pizza')).toBe(
      'Not 3) Pizza Roma, then. Which of the others shall it be: 1) Taverna do Mar or 2) Salty Pelican?',
    );
    expect(await told(bo, 'taverna or pelican, both fine')).toBe(
      'This poll takes one answer a family. Which of them: 1) Taverna do Mar or 2) Salty Pelican?',
    );
    expect(await told(bo, 'whatever the chens want')).toContain("The vote is your family's own: reply 1, 2 or 3");
    expect(await told(bo, '2')).toContain('The Bergs vote 2) Salty Pelican.');
    expect(await told(bo, 'pizza instead of the pelican')).toContain('The Bergs now vote 3) Pizza Roma.');
    for (const asks of ['how is it looking', 'whats the score', 'friday dinner how is it looking', 'any news?'])
      expect(await told(ana, asks)).toMatch(/^Voting is open\./);
    expect(await told(ana, 'how is the weather looking')).not.toContain('Voting is open');
  });

  test('days, weekends and orders are answered in words', async () => {
    const { ana, bo, carla } = await families();
    await ana.say('date poll: dinner with everyone? Thu 3 June, Fri 4 June, Sat 5 June');
    expect(await told(bo, 'dates poll how is it looking')).toMatch(/^Voting is open\./);
    expect(await told(bo, 'friday suits us')).toContain('The Bergs say yes to 2) Fri 4 June.');
    expect(await told(bo, 'saturday too')).toContain('The Bergs now say yes to 2) Fri 4 June and 3) Sat 5 June.');
    expect(await told(bo, 'saturday doesnt work for us')).toContain('The Bergs now say yes to 2) Fri 4 June.');
    // Days that are two options' are no new poll.
    expect(await told(carla, 'fri or sat')).toContain('The Chens say yes to 2) Fri 4 June and 3) Sat 5 June.');
    expect(await told(ana, 'not thursday')).toContain('Not 1) Thu 3 June, then.');
    expect(await told(ana, 'any day but thursday')).toContain('The Silvas say yes to 2) Fri 4 June and 3) Sat 5 June.');
    await ana.say('close it');
    await ana.say('rank poll: which order? beach, castle, market');
    expect(await told(bo, 'castle first then beach')).toContain('The Bergs rank 2) castle first, then 1) beach.');
    await ana.say('close it');
    await ana.say('score poll: how good are these? zoo, boat tour, museum');
    expect(await told(bo, 'boat 5, zoo 3, museum 1')).toContain(
      'The Bergs score 1) zoo 3, 2) boat tour 5 and 3) museum 1.',
    );
    expect(await told(bo, 'the zoo is a 4 for us')).toContain('The Bergs now score 1) zoo 4, 2) boat tour 5');
    await ana.say('close it');
    await ana.say('pick several: which activities? kayak, hike, spa');
    expect(await told(bo, 'everything but the hike')).toContain('The Bergs pick 1) kayak and 3) spa.');
    expect(await told(bo, 'not the spa')).toContain('The Bergs now pick 1) kayak.');
  });

  test('weekends that all begin on a Friday are told apart before a Friday counts', async () => {
    const { ana, bo } = await families();
    await ana.say('dates poll: 4-6 June, 11-13 June or 18-20 June');
    expect(await told(bo, 'friday suits us')).toBe(
      'Which of them do you mean: 1) 4-6 June, 2) 11-13 June or 3) 18-20 June?',
    );
    expect(await told(bo, 'first two are fine, not the last')).toContain(
      'The Bergs say yes to 1) 4-6 June and 2) 11-13 June.',
    );
    expect(await told(ana, 'not the 18th')).toContain('All of them: "all but 3".');
    expect(await told(ana, 'all but 3')).toContain('The Silvas say yes to 1) 4-6 June and 2) 11-13 June.');
  });

  test('in Spanish what is not wanted is not voted for', async () => {
    const { ana, carla } = await families();
    await ana.say('háblame en español');
    await carla.say('háblame en español');
    await ana.say('encuesta: dónde cenamos el viernes? Taverna, Pelican, Pizza Roma');
    expect(await told(carla, 'la pizza no')).toBe(
      'Entonces no 3) Pizza Roma. ¿Cuál de las otras: 1) Taverna o 2) Pelican?',
    );
    expect(await told(carla, 'lo que quieran los Silva')).toContain('El voto es de tu familia');
    expect(await told(ana, 'cómo vamos')).toMatch(/^La votación está abierta\./);
  });

  test('dates that were chosen are offered to the organizer as those of the trip, and set once', async () => {
    const { ana, bo, carla } = await families();
    expect(await told(ana, 'dates poll: 4-6 June, 11-13 June or 18-20 June')).toContain('Your poll is out');
    await bo.say('11-13 june');
    await carla.say('the 11th and the 18th');
    await ana.say('2');
    expect(await told(bo, 'close the poll')).not.toContain('dates of the trip');
    await ana.say('reopen the poll');
    expect(await told(ana, 'close the poll')).toContain(
      'Shall I make 11-13 June 2027 the dates of the trip?\n1) Yes, set them\n2) No, vote again',
    );
    expect(await told(ana, '1')).toMatch(/^Final, and so are the dates: 11-13 June 2027\./);
    expect(await told(ana, 'when are we going')).toContain('11-13 June 2027');
    // Other days are no limit to a poll that asks when the trip is to be.
    await ana.say('dates poll: 2-4 July or 9-11 July');
    for (const one of [ana, bo, carla]) await one.say('the second one');
    expect(await told(ana, 'close it')).toContain('Shall I make 9-11 July 2027 the dates of the trip?');
    await ana.say('1');
    expect(await told(ana, 'when are we going')).toContain('9-11 July 2027');
  });

  test('one day is for something, and never the dates of the trip', async () => {
    const { ana, bo } = await families();
    await ana.say('date poll: dinner with everyone? Thu 3 June, Fri 4 June');
    await bo.say('friday');
    await ana.say('fri');
    expect(await told(ana, 'close it')).not.toContain('dates of the trip');
    expect(await told(ana, 'finalize it')).not.toContain('dates of the trip');
    await ana.say('friday dinner how is it looking');
    expect(await told(ana, 'when are we going')).toContain("aren't settled yet");
  });

  test('days of a Spanish poll are its own, and no others', async () => {
    const { ana, bo } = await families();
    await ana.say('háblame en español');
    await ana.say('encuesta de fechas: 4-6 de junio, 11-13 de junio o 18-20 de junio');
    await bo.say('11-13');
    await ana.say('el 11 nos viene bien');
    const closed = (await ana.say('cierra la encuesta')).flatMap(({ text, choices = [] }) => [
      text,
      ...choices.map(({ label }) => label),
    ]);
    expect(closed.slice(1)).toEqual([
      '¿Pongo del 11 al 13 de junio de 2027 como fechas del viaje?',
      'Sí, ponlas',
      'No, votemos otra vez',
    ]);
    expect(await told(ana, '1')).toContain('Queda decidido, y las fechas también: del 11 al 13 de junio de 2027.');
  });

  test('one thing more to choose from is added, and first asked about where it is only wondered', async () => {
    const { ana, carla } = await families();
    await ana.say('poll: where do we eat on friday? Taverna do Mar, Salty Pelican');
    expect(await told(ana, 'add Burger Bar as well')).toMatch(/^Added: 3\) Burger Bar\./);
    expect(await told(ana, 'and how about the Thai place too')).toBe(
      '"Where do we eat on friday?" Shall I add "Thai place"?\n1) Yes, add it\n2) No, leave it as it is',
    );
    expect(await told(ana, '1')).toMatch(/^Added: 4\) Thai place\./);
    // It shares a word with an option, and is none of them.
    expect(await told(carla, 'also the sushi bar')).toContain('only Ana Silva or the organizer adds options');
    expect(await told(ana, 'what about the weather')).not.toContain('Shall I add');
    expect(await told(ana, 'add Leo 4 to our family')).toContain('Leo is in the Silva family now');
    await ana.say('add the sushi bar as well');
    // "It" is the poll, and not the option that was added last.
    expect(await told(ana, 'close it')).toMatch(/^Closed:/);
    await ana.say('date poll: dinner with everyone? Thu 3 June, Fri 4 June');
    expect(await told(ana, 'add sat as well')).toMatch(/^Added: 3\) Sat 5 Jun\./);
    expect(await told(ana, 'add friday too')).toMatch(/^That is there already: 2\) Fri 4 June\./);
    expect(await told(ana, 'close it')).not.toContain('Shall I look for others');
  });

  test('in Spanish options are added, too', async () => {
    const { ana } = await families();
    await ana.say('háblame en español');
    await ana.say('encuesta: dónde desayunamos? Café Sol, Café Luna');
    expect(await told(ana, 'agrega Burger Bar')).toMatch(/^Agregada: 3\) Burger Bar\./);
    expect(await told(ana, 'también el Thai')).toContain('¿Agrego "Thai"?');
  });
});
