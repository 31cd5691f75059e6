import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { IncomingFile } from '../../bot/incoming.ts';
import { readActivity } from './activity.ts';
import { type FileSettings, incomingFiles } from './incoming-files.ts';
import { mayCall } from './service-url.ts';

/** Answers by path, and remembers what it was asked. */
const fileServer = async () => {
  const asked: { path: string; authorization: string | undefined }[] = [];
  const routes: Record<string, RequestListener> = {};
  const server: Server = createServer((request, response) => {
    const path = request.url ?? '/';
    asked.push({ path, authorization: request.headers.authorization });
    const route = routes[path];
    if (route) route(request, response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = () => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  };
  return { asked, routes, host, url: `http://${host}`, close };
};

let files: Awaited<ReturnType<typeof fileServer>>;
let elsewhere: Awaited<ReturnType<typeof fileServer>>;
beforeEach(async () => {
  [files, elsewhere] = await Promise.all([fileServer(), fileServer()]);
});
afterEach(() => Promise.all([files.close(), elsewhere.close()]));

const read = (attachments: readonly unknown[], settings: Partial<FileSettings> = {}, serviceUrl = `${files.url}/`) => {
  const activity = readActivity({
    type: 'message',
    channelId: 'msteams',
    serviceUrl,
    conversation: { id: 'c' },
    attachments,
  });
  if (!activity) throw new Error('not an activity');
  return incomingFiles(activity, {
    maxBytes: 100,
    timeoutMs: 5000,
    hosts: [files.host, 'sharepoint.com'],
    mayCall: mayCall(true),
    token: async () => 'token-example',
    ...settings,
  });
};
const shared = (downloadUrl: string) => ({
  contentType: 'application/vnd.microsoft.teams.file.download.info',
  name: 'hotel.pdf',
  content: { downloadUrl, uniqueId: 'u', fileType: 'pdf' },
});
const only = (all: readonly IncomingFile[]): IncomingFile => {
  expect(all).toHaveLength(1);
  return all[0] as IncomingFile;
};
const words = async (file: IncomingFile) => Buffer.from(await file.read()).toString();
const unavailable = { code: 'far-end-unavailable' };
/** Refused for where it leads: without a network, a fetch that was tried fails as well, with other words. */
const notAsked = { ...unavailable, message: 'a file link leads to a host that is not allowed' };

test('a file shared in Teams is fetched from its download link, without the bot’s token', async () => {
  files.routes['/hotel'] = (_request, response) => response.end('cot: EUR 9');
  const file = only(read([shared(`${files.url}/hotel`)]));
  expect(file).toMatchObject({ name: 'hotel.pdf', mediaType: 'application/pdf' });
  expect(files.asked).toEqual([]);
  expect(await words(file)).toBe('cot: EUR 9');
  expect(files.asked).toEqual([{ path: '/hotel', authorization: undefined }]);
});

test('an attachment of the calling service is fetched with the bot’s token', async () => {
  files.routes['/v3/attachments/1'] = (_request, response) => response.end('picture');
  const file = only(read([{ contentType: 'image/png', contentUrl: `${files.url}/v3/attachments/1`, name: 'map.png' }]));
  expect(await words(file)).toBe('picture');
  expect(files.asked).toEqual([{ path: '/v3/attachments/1', authorization: 'Bearer token-example' }]);
});

test.each([
  'http://169.254.169.254/latest/meta-data',
  'http://localhost:1/x',
  'https://10.0.0.1/x',
  'https://sharepoint.com.evil.example/x',
  'https://evilsharepoint.com/x',
  `https://${'user:pass'}@contoso.sharepoint.com/x`,
  'http://contoso.sharepoint.com/x',
  'https://contoso.sharepoint.com:8443/x',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'nonsense',
])('a shared file at %s is not fetched', async (link) => {
  await expect(only(read([shared(link)])).read()).rejects.toMatchObject(notAsked);
});

test('an attachment elsewhere than at the calling service is not fetched, and sees no token', async () => {
  const service = new URL(files.url);
  service.username = 'name';
  for (const url of [`${elsewhere.url}/x`, `${service}x`, 'https://127.0.0.1/x', 'file:///etc/passwd']) {
    const file = only(read([{ contentType: 'image/png', contentUrl: url }]));
    await expect(file.read()).rejects.toMatchObject(notAsked);
  }
  expect([...elsewhere.asked, ...files.asked]).toEqual([]);
});

test('a redirect to another host is not followed', async () => {
  files.routes['/hop'] = (_request, response) => response.writeHead(302, { location: `${elsewhere.url}/x` }).end();
  await expect(only(read([shared(`${files.url}/hop`)])).read()).rejects.toMatchObject(notAsked);
  expect(elsewhere.asked).toEqual([]);
});

test('a redirect within the host is followed, but not for ever', async () => {
  files.routes['/a'] = (_request, response) => response.writeHead(302, { location: '/b' }).end();
  files.routes['/b'] = (_request, response) => response.end('arrived');
  files.routes['/loop'] = (_request, response) => response.writeHead(302, { location: '/loop' }).end();
  expect(await words(only(read([shared(`${files.url}/a`)])))).toBe('arrived');
  await expect(only(read([shared(`${files.url}/loop`)])).read()).rejects.toMatchObject(unavailable);
  expect(files.asked.filter(({ path }) => path === '/loop').length).toBeLessThan(10);
});

test('an unverified caller’s service is not asked for attachments', async () => {
  const attachment = { contentType: 'image/png', contentUrl: 'https://service.example/x' };
  const file = only(read([attachment], { mayCall: mayCall(false) }, 'https://service.example/'));
  await expect(file.read()).rejects.toMatchObject(notAsked);
});

test('reading stops soon after the limit, so that the library can refuse the file by its size', async () => {
  files.routes['/big'] = (_request, response) => {
    const more = (): void => {
      while (response.write('x'.repeat(1000)));
      response.once('drain', more);
    };
    more();
  };
  const bytes = await only(read([shared(`${files.url}/big`)])).read();
  expect(bytes.byteLength).toBeGreaterThan(100);
  expect(bytes.byteLength).toBeLessThan(1_000_000);
});

test('a file that does not come in time, or not at all, is a fault that may pass', async () => {
  files.routes['/slow'] = () => undefined;
  await expect(only(read([shared(`${files.url}/slow`)], { timeoutMs: 20 })).read()).rejects.toMatchObject(unavailable);
  await expect(only(read([shared(`${files.url}/gone`)])).read()).rejects.toMatchObject(unavailable);
});

test('the HTML copy of a message and cards are no files', () => {
  expect(
    read([
      { contentType: 'text/html', content: '<div>hi</div>' },
      { contentType: 'application/vnd.microsoft.card.adaptive', content: {} },
      null,
      7,
      { contentType: 'application/vnd.microsoft.teams.file.download.info', name: 'x', content: {} },
    ]),
  ).toEqual([]);
});
