import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { renderText } from '../cards/render-text.ts';
import { language } from '../trips/language.ts';
import { adaptiveCards, saidCards } from './said-cards.ts';

/** Where the cards lie as they are to look, by language. */
export const GOLDEN_CARDS = new URL('./golden/cards/', import.meta.url);

/** A text that may cost at most this many characters is told in its short form. */
const AS_A_TEXT = 1_600;

/** Every card of every language as it is drawn and as it is read, by file name. */
export const goldenCards = (): ReadonlyMap<string, string> => {
  const files = new Map<string, string>();
  for (const one of language.options) {
    for (const [name, card] of Object.entries(adaptiveCards(one)))
      files.set(`${one}/${name}.json`, `${JSON.stringify(card, null, 2)}\n`);
    for (const [name, reply] of Object.entries(saidCards(one))) {
      const [whole, short] = [renderText(reply), renderText(reply, { max: AS_A_TEXT })];
      files.set(`${one}/${name}.txt`, `${whole}\n`);
      if (short !== whole) files.set(`${one}/${name}.short.txt`, `${short}\n`);
    }
  }
  return files;
};

// `npm run golden`: after a change of what cards say or how they look; the difference is read before it is kept.
if (import.meta.main) {
  rmSync(GOLDEN_CARDS, { recursive: true, force: true });
  for (const one of language.options) mkdirSync(new URL(`${one}/`, GOLDEN_CARDS), { recursive: true });
  for (const [name, content] of goldenCards()) writeFileSync(new URL(name, GOLDEN_CARDS), content);
  console.log(`written: ${goldenCards().size} files`);
}
