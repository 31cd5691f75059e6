import type { Activity } from 'botbuilder';
import { z } from 'zod';
import { pressedAct } from '../../../cards/pressed-act.ts';
import { newId } from '../../../trips/ids.ts';
import type { WebClaims } from '../../tokens.ts';
import type { ReceivedFile } from '../conversation-documents.ts';
import type { Line } from '../transcript.ts';

/** The most characters of a client's own activity id; Web Chat's are 11. */
const MAX_CLIENT_ID = 200;

/** What a button carries is a few levels deep; what is kept is written and read by functions that call themselves, level by level. */
const MOST_LEVELS = 100;

const isShallow = (value: unknown): boolean => {
  // Level by level, not by recursion: this must not fail on what it is to refuse.
  let level: readonly unknown[] = [value];
  for (let depth = 0; depth <= MOST_LEVELS; depth += 1) {
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []));
    if (level.length === 0) return true;
  }
  return false;
};

/** Files are sent to `/upload`: nothing is fetched from where a client says. */
const attachments = z
  .array(z.object({ contentUrl: z.null({ error: 'links to files are not followed: upload the file' }).optional() }))
  .max(20)
  .nullish();

/** What is read of an activity that a client posts. Everything else in it is dropped; who sent it is in the token. */
export const postedActivity = z.object({
  type: z.string().min(1).max(50),
  text: z.string().nullish(),
  value: z.unknown().refine(isShallow, `nested deeper than ${MOST_LEVELS} levels`).optional(),
  locale: z.string().max(35).nullish(),
  attachments,
  from: z.object({ name: z.string().max(100).nullish() }).nullish(),
  channelData: z
    .object({
      clientActivityID: z.string().min(1).max(MAX_CLIENT_ID).nullish(),
      postBack: z.boolean().nullish(),
      attachmentSizes: z.array(z.number()).max(20).nullish(),
    })
    .nullish(),
});
export type PostedActivity = Readonly<z.infer<typeof postedActivity>>;

/** The key by which a client's repeat of an activity is known. */
export const clientKey = (posted: PostedActivity): string | undefined => {
  const id = posted.channelData?.clientActivityID;
  return id ? `client ${id}` : undefined;
};

/** A posted message as a line of the transcript, from the token's user whatever the activity claims. */
export const messageLine = (posted: PostedActivity, claims: WebClaims, files: readonly ReceivedFile[]): Line => {
  const act = pressedAct(posted.value);
  const text = posted.text ?? (typeof posted.value === 'string' ? posted.value : '');
  const name = posted.from?.name ?? undefined;
  const { clientActivityID, postBack, attachmentSizes } = posted.channelData ?? {};
  const activity: Partial<Activity> = {
    type: 'message',
    text,
    textFormat: 'plain',
    from: { id: claims.user, name: name ?? '' },
    ...(posted.locale ? { locale: posted.locale } : {}),
    ...(posted.value === undefined || posted.value === null ? {} : { value: posted.value }),
    ...(files.length === 0
      ? {}
      : { attachments: files.map((file) => ({ contentType: file.mediaType, name: file.name })) }),
    channelData: {
      ...(clientActivityID ? { clientActivityID } : {}),
      ...(postBack ? { postBack } : {}),
      ...(attachmentSizes ? { attachmentSizes } : {}),
    },
  };
  return {
    activity,
    received: {
      event: 'message',
      once: clientKey(posted) ?? newId('message'),
      user: claims.user,
      ...(claims.userId === undefined ? {} : { userId: claims.userId }),
      ...(name ? { name } : {}),
      text,
      ...(act ? { act } : {}),
      files: [...files],
    },
  };
};

/** Said by a client whose person ends the conversation: it hears no more news here, and what was asked here is dropped. */
export const endedLine = (posted: PostedActivity, { user, userId }: WebClaims): Line => ({
  activity: { type: 'endOfConversation', from: { id: user, name: '' } },
  received: {
    event: 'left',
    once: clientKey(posted) ?? newId('message'),
    user,
    ...(userId === undefined ? {} : { userId }),
    text: '',
    files: [],
  },
});

/** The first line of every conversation: the bot is told that somebody came, so that it greets them in the language of their browser. */
export const joinedLine = (claims: WebClaims, locale?: string): Line => ({
  activity: {
    type: 'conversationUpdate',
    membersAdded: [{ id: claims.user, name: '' }],
    ...(locale === undefined ? {} : { locale }),
  },
  shown: false,
  received: {
    event: 'joined',
    user: claims.user,
    ...(claims.userId === undefined ? {} : { userId: claims.userId }),
    text: '',
    files: [],
  },
});
