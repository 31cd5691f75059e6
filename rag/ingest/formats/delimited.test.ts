import { cpuTimeOf } from '../../../test/cpu-time.ts';
import { DEFAULT_LIMITS } from '../block.ts';
import { extract } from '../extract.ts';
import { delimitedIn } from './delimited.ts';

const read = async (text: string, name = 'plan.csv'): Promise<readonly string[]> => {
  const found = await extract({ bytes: new TextEncoder().encode(text), name }, DEFAULT_LIMITS);
  return 'reason' in found ? [found.detail] : found.blocks.map(({ kind, text: said }) => `${kind}: ${said}`);
};

describe('a table that a spreadsheet wrote as plain text', () => {
  it('is read by row, each with the names of its columns, quoted cells whole', async () => {
    const text =
      'Place,Opens,Price,Notes\r\nMuseum,09:00,"EUR 12,50",\r\n"Café ""Sol"", harbour",08:00,,"cash only,\nno cards"\r\n';
    expect(await read(text)).toEqual([
      'row: Museum | Opens: 09:00; Price: EUR 12,50',
      'row: Café "Sol", harbour | Opens: 08:00; Notes: cash only, no cards',
    ]);
  });

  it('may have its cells apart by semicolons or tabs, hold no number, and have a title over it', async () => {
    expect(await read('\ufeffRooms;;\n;;\nName;Allergy;Room\nNora;sesame;blue\nEmil;milk;red')).toEqual([
      'paragraph: Rooms',
      'row: Nora | Allergy: sesame; Room: blue',
      'row: Emil | Allergy: milk; Room: red',
    ]);
    expect(await read('sep=;\nItem;Price\nLounger;6 EUR')).toEqual(['row: Lounger | Price: 6 EUR']);
    expect(await read('Name\tAllergy\tRoom\nNora\tsesame\tblue', 'plan.tsv')).toEqual([
      'row: Nora | Allergy: sesame; Room: blue',
    ]);
  });

  it('has a name and its value in each row where its first row is none of names', async () => {
    expect(await read('Hotel,Rosa Blu\nPhone,+39 0583 555 0101')).toEqual([
      'row: Hotel | Rosa Blu',
      'row: Phone | +39 0583 555 0101',
    ]);
  });

  it('is not what people write with commas and semicolons', async () => {
    const notes = 'Bring towels, slippers\nTake the bus, not the car';
    expect(await read(notes, 'notes.csv')).toEqual([
      'paragraph: Bring towels, slippers',
      'paragraph: Take the bus, not the car',
    ]);
    expect(await read('The gate closes at ten;ring twice\nBins are emptied on Tuesday')).toHaveLength(2);
    expect(await read('Key: "blue box\nGate: 4471')).toEqual(['paragraph: Key: "blue box', 'paragraph: Gate: 4471']);
  });

  it.each(['"'.repeat(200_000), ','.repeat(200_000), 'a,'.repeat(200_000), '"a"\n'.repeat(50_000)])(
    'that is none is left as soon as that is known',
    (hostile) => {
      expect(cpuTimeOf(() => delimitedIn(hostile))).toBeLessThan(1_000);
    },
  );
});
