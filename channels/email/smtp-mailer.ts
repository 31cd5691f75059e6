import { createHash } from 'node:crypto';
import { createTransport } from 'nodemailer';
import { PathfinderError } from '../../trips/pathfinder-error.ts';
import type { Mailer } from './mailer.ts';

export interface SmtpSettings {
  /** `smtp://` or `smtps://`, with user and password where the server wants them. */
  readonly url: string;
  /** Who the mail is from: `name <address>` or an address. */
  readonly from: string;
}

/** How long the mail server may take to answer. */
const PATIENCE_MS = 20_000;

/** Faults after which the message certainly did not go out: no connection, or a refusal before its text was taken. */
const NOT_SENT = new Set(['ECONNREFUSED', 'EDNS', 'EAUTH', 'EENVELOPE', 'ETLS', 'ESOCKET']);

/** Sends mail through a server over SMTP. The same key makes the same Message-ID, by which mail programs fold a repeat. */
export const smtpMailer = ({ url, from }: SmtpSettings): Mailer & { close(): void } => {
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 2,
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
  });
  const domain = /@([^>\s]+)/.exec(from)?.[1] ?? 'pathfinder.localhost';
  return {
    send: async ({ to, subject, text, key, unsubscribe }) => {
      const id = createHash('sha256').update(key).digest('hex').slice(0, 32);
      try {
        await transport.sendMail({
          // An address as data: words in it are never taken for more recipients.
          ...{ from, to: { name: '', address: to }, subject, text, messageId: `<${id}@${domain}>` },
          ...(unsubscribe !== undefined && {
            list: { unsubscribe: { url: unsubscribe, comment: 'Unsubscribe' } },
            // One click, as RFC 8058 describes: https://www.rfc-editor.org/rfc/rfc8058
            headers: { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
          }),
        });
        return { status: 'sent', messageId: id };
      } catch (error) {
        const { code, responseCode } = error as { code?: string; responseCode?: number };
        // 5xx says never; 4xx says later: https://www.rfc-editor.org/rfc/rfc5321#section-4.2.1
        if (responseCode !== undefined && responseCode >= 500 && code !== 'EAUTH') {
          return { status: 'refused', why: `the mail server answered ${responseCode}` };
        }
        const known = (code !== undefined && NOT_SENT.has(code)) || responseCode !== undefined;
        throw new PathfinderError(
          known ? 'far-end-unavailable' : 'far-end-silent',
          'the mail server did not take a message',
          error,
        );
      }
    },
    close: () => transport.close(),
  };
};
