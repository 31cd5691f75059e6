import type { Activity } from 'botbuilder';

interface StreamInfo {
  readonly streamType: string;
  readonly streamId?: string;
  readonly streamSequence?: number;
}

export const streamInfoOf = ({ entities = [] }: Partial<Activity>): StreamInfo | undefined =>
  entities.find(({ type }) => type === 'streaminfo') as StreamInfo | undefined;

/**
 * What Teams demands of a stream: one-to-one chats only; text in each part; numbers from 1 that grow; each part of the
 * answer beginning with the one before; an end without a number, after which nothing comes.
 * https://learn.microsoft.com/microsoftteams/platform/bots/streaming-ux
 */
export const streamRules = () => {
  const open = new Map<string, { sequence: number; text: string }>();
  return {
    /** Why Teams would refuse it. */
    wrong: (activity: Partial<Activity>): string | undefined => {
      const info = streamInfoOf(activity);
      if (!info) return undefined;
      if (activity.conversation?.conversationType !== 'personal') return 'not-allowed';
      if (!activity.text) return 'a part of a stream needs text';
      if (info.streamId === undefined) {
        return info.streamSequence === 1 && activity.type === 'typing' ? undefined : 'a stream begins with number 1';
      }
      const stream = open.get(info.streamId);
      if (!stream) return 'not-allowed';
      if (info.streamType === 'final') {
        open.delete(info.streamId);
        if (info.streamSequence !== undefined) return 'the end has no number';
        if (activity.type !== 'message') return 'the end is a message';
        return activity.text.startsWith(stream.text) ? undefined : 'the end must begin with what was shown';
      }
      if ((info.streamSequence ?? 0) <= stream.sequence) return 'numbers must grow';
      stream.sequence = info.streamSequence ?? 0;
      if (info.streamType === 'informative') return stream.text === '' ? undefined : 'the answer has begun';
      if (!activity.text.startsWith(stream.text)) return 'each part begins with the one before';
      stream.text = activity.text;
      return undefined;
    },
    began: (id: string, activity: Partial<Activity>): void => {
      const info = streamInfoOf(activity);
      if (info) open.set(id, { sequence: 1, text: info.streamType === 'streaming' ? (activity.text ?? '') : '' });
    },
  };
};
