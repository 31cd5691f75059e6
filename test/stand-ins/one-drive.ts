import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Where Teams keeps the files that people send: gives them by links that need no token. */
export interface OneDrive {
  /** For TEAMS_FILE_HOSTS. */
  readonly host: string;
  /** Puts a file there; returns it as Teams attaches it to a message. */
  put(name: string, bytes: Uint8Array): object;
  close(): Promise<void>;
}

/** https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bots-filesv4#receive-files-in-personal-chat */
export const oneDrive = async (): Promise<OneDrive> => {
  const files = new Map<string, Uint8Array>();
  const server = createServer((request, response) => {
    const bytes = files.get(decodeURIComponent(request.url ?? ''));
    if (bytes && request.method === 'GET') response.end(bytes);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    host,
    put: (name, bytes) => {
      files.set(`/${name}`, bytes);
      return {
        contentType: 'application/vnd.microsoft.teams.file.download.info',
        contentUrl: `https://contoso.sharepoint.com/personal/ana/Documents/${name}`,
        name,
        content: {
          downloadUrl: `http://${host}/${encodeURIComponent(name)}`,
          uniqueId: '1150D938-8870-4044-9F2C-5BBDEBA70C9D',
          fileType: name.split('.').at(-1),
          etag: '123',
        },
      };
    },
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
};
