import type { Reply } from '../../cards/reply.ts';
import { renderingOnce, renderWeb } from './render-web.ts';

const asked: Reply = {
  text: 'Which day?',
  choices: [{ label: 'Monday', act: { skill: 'vote', input: { number: 1 } } }],
};

describe('renderings that are kept', () => {
  test('are those of the very same reply, and of no other that looks like it', () => {
    const render = renderingOnce();
    const others: readonly Reply[] = [
      { ...asked, language: 'es' },
      { ...asked, choices: [{ label: 'Monday', act: { skill: 'vote', input: { number: 2 } } }] },
      { text: asked.text },
    ];
    expect(render(asked)).toEqual(renderWeb(asked));
    expect(render(structuredClone(asked))).toBe(render(asked));
    for (const other of others) expect(render(other)).toEqual(renderWeb(other));
  });

  test('make room for others, and are made anew when they are asked for again', () => {
    const render = renderingOnce();
    const first = render(asked);
    for (let n = 0; n < 300; n += 1) expect(render({ text: `${n}` }).text).toBe(`${n}`);
    expect(render(asked)).not.toBe(first);
    expect(render(asked)).toEqual(first);
  });
});
