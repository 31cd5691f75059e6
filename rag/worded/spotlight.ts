import { createHmac, randomBytes } from 'node:crypto';

/** Something that is quoted to a model: data, whatever it says. */
export interface Quoted {
  /** How the model names it when it cites it: `p1`. */
  readonly id: string;
  readonly text: string;
  /** The names it stands under; they are others' words, too. */
  readonly under?: string | undefined;
  /** Our own calculation from the others; checked accordingly, and shown like them. */
  readonly reckoned?: true;
}

/** Passages as they are shown to a model, and how the model is told them from what it is asked. */
export interface Spotlit {
  readonly text: string;
  /** Stands in both delimiters of each passage. */
  readonly mark: string;
  /** Stands between the words of a passage. */
  readonly join: string;
}

/**
 * Signs that stand between quoted words. Marking every word, and not the edges alone, is what keeps models from taking
 * quoted words for instructions (Hines et al. 2024, https://arxiv.org/abs/2403.14720).
 */
const JOINS = [...'ˆˇˉˊˋ˘˙˚˝ˠˡˢˣˤ˩˪˫˭˯˰˱˲˳˴˵˶˷˸˹˺˻˼˽˾˿'];
/** Of this process: nobody who writes a document can know what it will be marked with. */
const KEY = randomBytes(32);

/**
 * Marks the passages with what no document can hold: signs made of a secret and of all that is quoted and asked, so that
 * another question has others, and the same one the same, which a cache can know again.
 */
export const spotlit = (quoted: readonly Quoted[], asked: string, key: Uint8Array = KEY): Spotlit => {
  const digest = createHmac('sha256', key)
    .update(JSON.stringify([quoted, asked]))
    .digest();
  const mark = digest.toString('base64url').replace(/[_-]/g, 'x').slice(0, 16);
  const join = JOINS[(digest[31] ?? 0) % JOINS.length] ?? 'ˆ';
  const marked = (words: string): string => words.trim().split(/\s+/).join(join);
  const passages = quoted.map(({ id, text, under }) =>
    [
      `<<${mark} ${id}>>`,
      ...(under === undefined ? [] : [`under:${join}${marked(under)}`]),
      marked(text),
      `<</${mark}>>`,
    ].join('\n'),
  );
  return { text: passages.join('\n'), mark, join };
};

/** What a model wrote, without signs it copied. */
export const unmarked = (text: string, { join, mark }: Pick<Spotlit, 'join' | 'mark'>): string =>
  text.replaceAll(join, ' ').replaceAll(mark, ' ').replace(/\s+/g, ' ').trim();
