import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/** What the mail server does with the next message. */
export type SmtpStep = { readonly code: number; readonly at: 'recipient' | 'message' } | 'hangs-up';

/** A mail server on loopback that keeps what it is given, as a mail program would read it. */
export interface SmtpStandIn {
  readonly url: string;
  readonly mails: readonly (Email & { readonly envelopeTo: readonly string[] })[];
  next(...steps: SmtpStep[]): void;
  close(): Promise<void>;
}

const refusal = (code: number): Error => Object.assign(new Error('not now'), { responseCode: code });

/** Starts it; user `trips` with password `example` may send. */
export const startSmtp = async (): Promise<SmtpStandIn> => {
  const steps: SmtpStep[] = [];
  const mails: (Email & { readonly envelopeTo: readonly string[] })[] = [];
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    logger: false,
    onAuth: ({ username, password }, _session, done) =>
      username === 'trips' && password === 'example' ? done(null, { user: username }) : done(refusal(535)),
    onRcptTo: (_address, _session, done) => {
      const step = steps[0];
      if (typeof step === 'object' && step.at === 'recipient') {
        steps.shift();
        done(refusal(step.code));
      } else done();
    },
    onData: (stream, session, done) => {
      const step = steps.shift();
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        if (step === 'hangs-up') {
          for (const client of connections) client.destroy();
          return;
        }
        if (step) return done(refusal(step.code));
        PostalMime.parse(Buffer.concat(parts)).then((mail) => {
          mails.push({ ...mail, envelopeTo: session.envelope.rcptTo.map(({ address }) => address) });
          done();
        }, done);
      });
    },
  });
  const connections = new Set<{ destroy(): void }>();
  server.server.on('connection', (socket) => {
    connections.add(socket);
    socket.on('close', () => connections.delete(socket));
  });
  server.on('error', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://trips:example@127.0.0.1:${port}`,
    mails,
    next: (...more) => void steps.push(...more),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
};
