import { renderText } from '../../cards/render-text.ts';
import { wordsIn } from '../../cards/words/words.ts';
import { language } from '../../trips/language.ts';
import { helpSkill } from './help.ts';
import type { SkillContext } from './skill.ts';

/** As much as two text messages hold. */
const SHORT = 320;

const helpFor = async (context: Pick<SkillContext, 'words'> & Partial<SkillContext>) => {
  const [reply] = [await helpSkill.run({ group: false, textOnly: false, ...context } as never, {} as never)].flat();
  if (reply === undefined || !('text' in reply)) throw new Error('no help');
  return reply;
};

describe.each(language.options)('help in %s', (one) => {
  const words = wordsIn(one);
  test.each([
    ['without a trip', undefined],
    ['in a trip', 'trip_1'],
  ])('says in one short message what can be done, with three things to press (%s)', async (_, tripId) => {
    const reply = await helpFor({ words, tripId } as never);
    expect(reply.choices).toHaveLength(3);
    expect(renderText({ ...reply, choices: undefined }).length).toBeLessThanOrEqual(SHORT);
  });

  test('names the three words to begin with by text, and how to end it, within two text messages', async () => {
    const text = renderText(await helpFor({ words, textOnly: true }));
    expect(text).toMatch(one === 'en' ? /DEMO.*JOIN.*NEW TRIP/ : /DEMO.*UNIRME.*NUEVO VIAJE/);
    expect(text).toContain('STOP');
    expect(text.length).toBeLessThanOrEqual(SHORT);
  });

  test('is shorter in a group', async () => {
    for (const tripId of [undefined, 'trip_1']) {
      const [group, person] = await Promise.all(
        [true, false].map((g) => helpFor({ words, tripId, group: g } as never)),
      );
      expect(group?.text.length).toBeLessThan(person?.text.length ?? 0);
    }
  });
});
