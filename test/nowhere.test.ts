import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ServerProcess, startProcess } from './stand-ins/server-process.ts';

describe('what no door of the server takes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pathfinder-nowhere-'));
  let server: ServerProcess;
  beforeAll(async () => {
    server = await startProcess('app/server.ts', { DATA_DIR: folder, LOG_LEVEL: 'silent' });
  });
  afterAll(async () => {
    await server.stop();
    rmSync(folder, { recursive: true });
  });

  const problem = {
    error: {
      id: expect.stringMatching(/^[\w-]{36}$/),
      code: expect.any(String),
      message: expect.any(String),
      timestamp: expect.any(String),
    },
  };
  /** The answer to bytes as they are, until its end is seen or the connection is closed. */
  const raw = async (lines: readonly string[], end: string): Promise<string> => {
    const { hostname, port } = new URL(server.url);
    const socket = connect(Number(port), hostname);
    socket.write([...lines, '', ''].join('\r\n'));
    let answer = '';
    socket.on('data', (data) => {
      answer += String(data);
      if (answer.includes(end)) socket.end();
    });
    await once(socket, 'close');
    return answer;
  };

  test.each([
    ['POST', '/', 404],
    ['POST', '/health', 404],
    ['GET', '/nothing/here', 404],
    ['GET', '/%E0%A4%A', 404],
    ['DELETE', '/s/AAAAAAAAAAAAAAAAAAAAAA', 404],
    ['GET', '/api/messages', 405],
    ['PUT', '/api/sms', 405],
    ['GET', '/api/sms/status', 405],
  ])('%s %s is %d, as a program reads it', async (method, path, status) => {
    const response = await fetch(server.url + path, { method });
    expect([response.status, await response.json()]).toEqual([status, problem]);
    if (status === 405) expect(response.headers.get('allow')).toBe('POST');
  });

  test('a person with a browser is shown a page', async () => {
    const response = await fetch(`${server.url}/nothing/here`, { headers: { accept: 'text/html,*/*;q=0.8' } });
    expect(response.status).toBe(404);
    expect(response.headers.get('content-type')).toContain('text/html');
    expect(await response.text()).toContain('This link opens nothing');
  });

  test('an offer to speak another protocol is declined by answering in this one', async () => {
    const health = ['GET /health HTTP/1.1', 'Host: 127.0.0.1', 'Connection: Upgrade', 'Upgrade: h2c'];
    expect(await raw(health, '{"status":"ok"}')).toMatch(/^HTTP\/1.1 200 /);
  });

  test('a socket where there is none is 404', async () => {
    const key = ['Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==', 'Sec-WebSocket-Version: 13'];
    const asked = ['GET /elsewhere HTTP/1.1', 'Host: 127.0.0.1', 'Connection: Upgrade', 'Upgrade: websocket', ...key];
    expect(await raw(asked, 'not-found')).toMatch(/^HTTP\/1.1 404 /);
  });

  test('a request that two servers could read as two different ones is not read at all', async () => {
    const smuggled = [
      'POST /api/v1/trips HTTP/1.1',
      'Host: 127.0.0.1',
      'Content-Length: 5',
      'Transfer-Encoding: chunked',
      '',
      '0',
      '',
      'GET /health HTTP/1.1',
      'Host: 127.0.0.1',
    ];
    const answer = await raw(smuggled, '{"status":"ok"}');
    expect(answer).toMatch(/^HTTP\/1.1 400 /);
    expect(answer).not.toContain('{"status":"ok"}');
  });
});
