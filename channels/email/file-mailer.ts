import { createHash } from 'node:crypto';
import { mkdir, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import type { Mailer } from './mailer.ts';

/** Who the mail in the folder is from. */
const FROM = { name: 'Pathfinder', address: 'pathfinder@localhost' };

/** Puts mail into a folder, a `.eml` file each, as it would go out: any mail program opens it. For machines without a mail server. */
export const fileMailer = (folder: string): Mailer => {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  return {
    send: async ({ to, subject, text, key, unsubscribe }) => {
      const id = createHash('sha256').update(key).digest('hex').slice(0, 32);
      const path = join(folder, `${id}.eml`);
      if (await exists(path)) return { status: 'sent', messageId: id };
      // An address as data: words in it are never taken for more recipients.
      const made = await transport.sendMail({
        ...{ from: FROM, to: { name: '', address: to }, subject, text },
        messageId: `<${id}@pathfinder.localhost>`,
        ...(unsubscribe !== undefined && { list: { unsubscribe } }),
      });
      await mkdir(folder, { recursive: true });
      const part = `${path}.part`;
      await writeFile(part, made.message as Buffer);
      await rename(part, path);
      return { status: 'sent', messageId: id };
    },
  };
};

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );
