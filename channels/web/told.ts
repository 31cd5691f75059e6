import type { WebLine } from './conversation-documents.ts';
import type { Appended, Line, Transcript } from './transcript.ts';

/** Where the answers to one line go: the first of them settles it. */
export interface Told {
  /** Saves what is said; resolves with the ids of it, and with none when the line had been answered already. */
  say(lines: readonly Line[]): Promise<readonly string[]>;
  /** Settles the line when nothing was said. */
  end(): Promise<void>;
}

const idsOf = (appended: Appended, from = 0): readonly string[] =>
  appended.status === 'appended' ? appended.lines.slice(from).map(({ activity }) => activity.id ?? '') : [];

/** The answers to a line that was saved before. */
export const toldAfter = (transcript: Transcript, { pk, sequence }: WebLine): Told => {
  let settled = false;
  const append = async (lines: readonly Line[]): Promise<readonly string[]> => {
    const replies = lines.map((line) => ({ ...line, replyTo: sequence }));
    const appended = await transcript.append(pk, replies, settled ? {} : { settles: sequence });
    settled = true;
    return idsOf(appended);
  };
  return {
    say: append,
    end: async () => {
      if (!settled) await append([]);
    },
  };
};

/** A message that is not saved yet, so that it can be saved in one commit with what answers it. */
export interface Held extends Told {
  /** Saves it by itself now, unless it is saved already: whoever sent it shall wait no longer. */
  release(): void;
  /** Resolves once the message is saved, or was before; rejects when it could not be. */
  readonly saved: Promise<Appended>;
}

/** Holds a message back; `key` names it, so that a repeat of it is not saved again. */
export const hold = (transcript: Transcript, pk: string, message: Line, key: string | undefined): Held => {
  const { promise: saved, resolve, reject } = Promise.withResolvers<Appended>();
  // Whoever sent it hears of a failure; those who answer it hear of it from what they call.
  saved.catch(() => undefined);
  let begun = false;
  let after: Promise<Told | undefined> | undefined;

  const save = (lines: readonly Line[], answered: boolean): Promise<Appended> => {
    begun = true;
    transcript.append(pk, [message, ...lines], { key, answered }).then(resolve, reject);
    return saved;
  };
  /** Where answers go once it is saved by itself; nowhere when it was a repeat. */
  const later = (): Promise<Told | undefined> => {
    after ??= saved.then((appended) => {
      const line = appended.status === 'appended' ? appended.lines[0] : undefined;
      return line && toldAfter(transcript, line);
    });
    return after;
  };
  let together = false;

  return {
    saved,
    release: () => {
      if (!begun) void save([], false);
    },
    say: async (lines) => {
      if (!begun) {
        together = true;
        return idsOf(await save(lines, true), 1);
      }
      if (!together) return (await (await later())?.say(lines)) ?? [];
      const appended = await saved;
      if (appended.status !== 'appended') return [];
      const replyTo = appended.lines[0]?.sequence;
      const more = lines.map((line) => ({ ...line, replyTo }));
      return idsOf(await transcript.append(pk, more));
    },
    end: async () => {
      if (!begun) {
        together = true;
        await save([], true);
      } else if (!together) await (await later())?.end();
    },
  };
};
