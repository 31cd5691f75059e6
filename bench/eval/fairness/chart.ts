import { PNG } from 'pngjs';

/** Two bars for each column, drawn one beside the other. */
export interface Chart {
  readonly title: string;
  readonly bars: readonly { readonly label: string; readonly first: number; readonly second: number }[];
  readonly legend: readonly [first: string, second: string];
}

type Colour = readonly [red: number, green: number, blue: number];
const INK: Colour = [40, 44, 52];
const PAPER: Colour = [255, 255, 255];
const FIRST: Colour = [16, 122, 110];
const SECOND: Colour = [216, 120, 40];

/** Letters three wide and five high, a digit from 0 to 7 for each row. */
const GLYPHS: Readonly<Record<string, string>> = {
  a: '25755',
  b: '65656',
  c: '34443',
  d: '65556',
  e: '74647',
  f: '74644',
  g: '34553',
  h: '55755',
  i: '72227',
  j: '11152',
  k: '55655',
  l: '44447',
  m: '57755',
  n: '65555',
  o: '25552',
  p: '65644',
  q: '25563',
  r: '65655',
  s: '34216',
  t: '72222',
  u: '55557',
  v: '55552',
  w: '55775',
  x: '55255',
  y: '55222',
  z: '71247',
  0: '75557',
  1: '26227',
  2: '71747',
  3: '71717',
  4: '55711',
  5: '74717',
  6: '74757',
  7: '71122',
  8: '75757',
  9: '75717',
  '-': '00700',
  '%': '51245',
  '.': '00002',
  ',': '00024',
  '/': '11244',
  ':': '02020',
};

const [WIDTH, HEIGHT, LEFT, BASE, TOP] = [900, 420, 40, 350, 70];

/** The chart as a PNG: shares from 0 to 1 as bars, each with its value in percent. */
export const drawChart = ({ title, bars, legend }: Chart): Buffer => {
  const png = new PNG({ width: WIDTH, height: HEIGHT });
  const fill = (x: number, y: number, width: number, height: number, [red, green, blue]: Colour): void => {
    for (let row = Math.round(y); row < Math.round(y + height); row += 1) {
      for (let column = Math.round(x); column < Math.round(x + width); column += 1)
        png.data.set([red, green, blue, 255], (row * WIDTH + column) * 4);
    }
  };
  const write = (text: string, x: number, y: number, scale: number, colour = INK): void => {
    for (const [place, letter] of [...text.toLowerCase()].entries()) {
      for (const [row, bits] of [...(GLYPHS[letter] ?? '00000')].entries()) {
        for (let bit = 0; bit < 3; bit += 1) {
          if ((Number(bits) >> (2 - bit)) & 1)
            fill(x + (place * 4 + bit) * scale, y + row * scale, scale, scale, colour);
        }
      }
    }
  };
  fill(0, 0, WIDTH, HEIGHT, PAPER);
  write(title, LEFT, 16, 3);
  for (const [index, name] of legend.entries()) {
    fill(LEFT + index * 300, 42, 12, 12, index === 0 ? FIRST : SECOND);
    write(name, LEFT + 18 + index * 300, 43, 2);
  }
  fill(LEFT, BASE, WIDTH - 2 * LEFT, 1, INK);
  const step = (WIDTH - 2 * LEFT) / Math.max(1, bars.length);
  for (const [index, { label, first, second }] of bars.entries()) {
    for (const [side, value] of [first, second].entries()) {
      const height = Math.min(1, Math.max(0, value)) * (BASE - TOP - 14);
      const x = LEFT + index * step + step * 0.12 + side * step * 0.38;
      fill(x, BASE - height, step * 0.34, height, side === 0 ? FIRST : SECOND);
      write(`${Math.round(value * 100)}%`, x, BASE - height - 13, 2);
    }
    write(label, LEFT + index * step + step * 0.12, BASE + 10, 2);
  }
  return PNG.sync.write(png);
};
