import type { WebLine } from './conversation-documents.ts';
import type { Appended, Beside, Line, Transcript } from './transcript.ts';

/** Where the answers to one line go: the first of them settles it. */
export interface Told {
  /** Saves what is said, in one commit with what stands `beside` it. */
  say(lines: readonly Line[], beside?: Beside): Promise<Saved>;
  /** Settles the line when nothing was said. */
  end(): Promise<void>;
}

/**
 * `saved`: it is there, under these ids. `known`: the line had been answered, or saved, before; `moved`: what was to stand
 * beside it has changed. Nothing was saved then.
 */
export type Saved =
  | { readonly status: 'saved'; readonly ids: readonly string[] }
  | { readonly status: 'known' | 'moved'; readonly ids: readonly [] };

const savedAs = (appended: Appended, from = 0): Saved => {
  if (appended.status === 'appended')
    return { status: 'saved', ids: appended.lines.slice(from).map(({ activity }) => activity.id ?? '') };
  return { status: appended.status === 'moved' ? 'moved' : 'known', ids: [] };
};

/** The answers to a line that was saved before. */
export const toldAfter = (transcript: Transcript, { pk, sequence }: WebLine): Told => {
  let settled = false;
  const append = async (lines: readonly Line[], beside?: Beside): Promise<Saved> => {
    const replies = lines.map((line) => ({ ...line, replyTo: sequence }));
    const saved = savedAs(await transcript.append(pk, replies, settled ? { beside } : { beside, settles: sequence }));
    if (saved.status !== 'moved') settled = true;
    return saved;
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
  let released = false;
  let after: Promise<Told | undefined> | undefined;

  const save = async (lines: readonly Line[], answered: boolean, beside?: Beside): Promise<Appended> => {
    begun = true;
    const saving = transcript.append(pk, [message, ...lines], { key, answered, beside });
    saving.then((appended) => (appended.status === 'moved' ? undefined : resolve(appended)), reject);
    return saving;
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
  const saveAlone = (): void => {
    save([], false).catch(() => undefined);
  };

  return {
    saved,
    release: () => {
      released = true;
      if (!begun) saveAlone();
    },
    say: async (lines, beside) => {
      if (!begun) {
        together = true;
        const appended = await save(lines, true, beside);
        if (appended.status !== 'moved') return savedAs(appended, 1);
        // Nothing is there yet: it is held on, unless whoever sent it has waited long enough meanwhile.
        [begun, together] = [false, false];
        if (released) saveAlone();
        return savedAs(appended);
      }
      if (!together) return (await (await later())?.say(lines, beside)) ?? { status: 'known', ids: [] };
      const appended = await saved;
      if (appended.status !== 'appended') return savedAs(appended);
      const replyTo = appended.lines[0]?.sequence;
      const more = lines.map((line) => ({ ...line, replyTo }));
      return savedAs(await transcript.append(pk, more, { beside }));
    },
    end: async () => {
      if (!begun) {
        together = true;
        await save([], true);
      } else if (!together) await (await later())?.end();
    },
  };
};
