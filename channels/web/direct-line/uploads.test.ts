import { readdirSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { join } from 'node:path';
import { closeAll, form, history, messages, openDoor, start, upload } from '../../../test/direct-line-calls.ts';

afterEach(closeAll);

describe('Direct Line uploads', () => {
  test('files reach the bot with their names and bytes, and with what was said beside them', async () => {
    const bytes: string[] = [];
    const door = await openDoor({
      converse: async ({ files, text }) => {
        for (const file of files) bytes.push(`${file.name} ${file.mediaType} ${Buffer.from(await file.read())}`);
        return { replies: [{ text: `Got ${files.length} with ${text}` }], duplicate: false };
      },
    });
    const mine = await start(door);
    const answer = await upload(
      door,
      mine,
      form(
        [
          ['hôtel.txt', 'check-in 15:20', 'text/plain'],
          ['../../etc/passwd', 'x', 'text/markdown'],
        ],
        { type: 'message', text: 'our papers', from: { id: 'x' }, channelData: { clientActivityID: 'u-1' } },
      ),
    );
    expect(answer.status).toBe(200);
    const said = await messages(door, mine, 3);
    expect(bytes).toEqual(['hôtel.txt text/plain check-in 15:20', 'passwd text/markdown x']);
    expect(said.at(-1).text).toBe('Got 2 with our papers');
    expect(said.find(({ id }: { id: string }) => id === answer.body.id).attachments).toEqual([
      { contentType: 'text/plain', name: 'hôtel.txt' },
      { contentType: 'text/markdown', name: 'passwd' },
    ]);
  });

  test('one file is its bytes alone, with its name in a header', async () => {
    const door = await openDoor({
      converse: async ({ files }) => ({
        replies: await Promise.all(
          files.map(async (file) => ({ text: `${file.name} ${file.mediaType} ${Buffer.from(await file.read())}` })),
        ),
        duplicate: false,
      }),
    });
    const mine = await start(door);
    const name = Buffer.from('../hôtel.txt').toString('latin1');
    const headers = {
      'content-type': 'text/plain; charset=utf-8',
      'content-disposition': `name="file"; filename="${name}"`,
    };
    expect((await upload(door, mine, 'check-in 15:20', headers)).status).toBe(200);
    expect((await messages(door, mine, 2)).at(-1).text).toBe('hôtel.txt text/plain check-in 15:20');
    expect((await upload(door, mine, 'x'.repeat(100_001), headers)).status).toBe(413);
    expect((await upload(door, mine, '', headers)).status).toBe(400);
  });

  test('a repeated upload is one message', async () => {
    const door = await openDoor();
    const mine = await start(door);
    const files = () =>
      form([['a.txt', 'a', 'text/plain']], { type: 'message', channelData: { clientActivityID: 'u-1' } });
    const answers = await Promise.all([1, 2, 3].map(() => upload(door, mine, files())));
    // Of a repeat nothing is kept; the files of the first go when they have been read.
    const kept = readdirSync(join(door.folder, 'uploads'), { recursive: true, withFileTypes: true });
    expect(kept.filter((entry) => entry.isFile()).length).toBeLessThanOrEqual(1);
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    await messages(door, mine, 3);
    expect(door.heard.filter(({ files }) => files.length > 0)).toHaveLength(1);
  });

  test('too much is refused by its declared length, and while it streams when it declares none', async () => {
    const door = await openDoor({ settings: { MAX_UPLOAD_BYTES: 100_000 } });
    const mine = await start(door);
    await messages(door, mine, 1);
    const big = form([['big.txt', 'x'.repeat(400_000), 'text/plain']]);
    expect((await upload(door, mine, big)).status).toBe(413);

    // Never ended: the answer must come before the body does.
    const unended = (more: Readonly<Record<string, string>>, times: number) =>
      new Promise<number | undefined>((resolve, reject) => {
        const streaming = httpRequest(
          `${door.url}/v3/directline/conversations/${mine.conversationId}/upload`,
          {
            method: 'POST',
            headers: {
              authorization: `Bearer ${mine.token}`,
              'content-type': 'multipart/form-data; boundary=b',
              ...more,
            },
          },
          (answer) => {
            resolve(answer.statusCode);
            answer.resume();
            streaming.destroy();
          },
        );
        streaming.on('error', reject);
        streaming.write('--b\r\ncontent-disposition: form-data; name="file"; filename="endless.txt"\r\n\r\n');
        for (let n = 0; n < times; n += 1) streaming.write('x'.repeat(10_000));
      });
    expect(await unended({}, 20)).toBe(413);
    expect(await unended({ 'content-length': '1000000' }, 0)).toBe(413);
    expect((await history(door, mine)).activities).toHaveLength(1);
    expect(door.heard).toHaveLength(1);
  });

  test('ten files are taken in one message, and of eleven none', async () => {
    const door = await openDoor();
    const mine = await start(door);
    const files = (count: number) =>
      form(Array.from({ length: count }, (_, n) => [`${n}.txt`, 'x', 'text/plain'] as const).map((one) => [...one]));
    expect((await upload(door, mine, files(11))).status).toBe(413);
    expect((await upload(door, mine, files(10))).status).toBe(200);
    await messages(door, mine, 3);
    expect(door.heard.map((incoming) => incoming.files.length)).toEqual([0, 10]);
  });

  test('exactly as much as is allowed is taken', async () => {
    const door = await openDoor({ settings: { MAX_UPLOAD_BYTES: 100_000 } });
    const mine = await start(door);
    const full = form([['full.txt', 'x'.repeat(100_000), 'text/plain']], {
      type: 'message',
      text: 'y'.repeat(5_000),
    });
    expect((await upload(door, mine, full)).status).toBe(200);
    const over = form([['over.txt', 'x'.repeat(100_001), 'text/plain']]);
    expect((await upload(door, mine, over)).status).toBe(413);
  });

  test.each([
    ['JSON', '{}', { 'content-type': 'application/json' }, 415],
    ['no boundary', 'x', { 'content-type': 'multipart/form-data' }, 400],
    [
      'a torn body',
      '--b\r\ncontent-disposition: form-data; name="file"; filename="a"\r\n\r\nx',
      { 'content-type': 'multipart/form-data; boundary=b' },
      400,
    ],
    ['no file', '--b--\r\n', { 'content-type': 'multipart/form-data; boundary=b' }, 400],
  ])('an upload of %s is refused', async (_, body, headers, status) => {
    const door = await openDoor();
    const mine = await start(door);
    expect((await upload(door, mine, body, headers)).status).toBe(status);
  });
});
