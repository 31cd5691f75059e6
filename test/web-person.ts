import { randomUUID } from 'node:crypto';
import type { Activity } from 'botbuilder';
import { DirectLine, type Activity as WebActivity } from 'botframework-directlinejs';

type Json = Record<string, unknown>;

export interface WebPerson {
  readonly conversationId: string;
  /** What a guest comes back with, as `web(returnToken)`. */
  readonly returnToken: string;
  readonly seen: readonly WebActivity[];
  /** Says, presses or uploads something and resolves with all that it is answered. */
  ask(what: string | Json | FormData): Promise<readonly Partial<Activity>[]>;
  say(text: string): Promise<void>;
  /** Presses a button: what an Action.Submit carries. */
  press(data: Json): Promise<void>;
  /** Uploads a file as the page does. */
  upload(name: string, bytes: Uint8Array, mediaType: string): Promise<void>;
  /** The first message of the assistant that fits, now or later, starting `after` this many seen. */
  hears(fits: (text: string, activity: WebActivity) => boolean, after?: number): Promise<WebActivity>;
  /** Tells that they end the conversation. */
  end(): Promise<unknown>;
  close(): void;
}

/** Somebody at the page of the server at `url`; with a token, that person, or a guest who comes back. */
export const webPerson = async (url: string, token?: string): Promise<WebPerson> => {
  const generated = (await (
    await fetch(`${url}/v3/directline/tokens/generate`, {
      method: 'POST',
      headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
    })
  ).json()) as { token: string; conversationId: string; returnToken: string };
  const client = new DirectLine({ domain: `${url}/v3/directline`, token: generated.token, webSocket: true });
  const seen: WebActivity[] = [];
  const checks = new Set<() => void>();
  client.activity$.subscribe({
    next: (activity) => {
      if (activity.type !== 'message') return;
      seen.push(activity);
      for (const check of [...checks]) check();
    },
    error: () => undefined,
  });
  const post = (activity: object): Promise<string> =>
    new Promise((resolve, reject) => {
      client
        .postActivity({
          type: 'message',
          from: { id: 'ignored' },
          ...activity,
          channelData: { clientActivityID: randomUUID() },
        } as WebActivity)
        .subscribe(resolve, reject);
    });
  const conversation = `${url}/v3/directline/conversations/${generated.conversationId}`;
  const headers = { authorization: `Bearer ${generated.token}` };
  const send = async (form: FormData): Promise<string> => {
    const response = await fetch(`${conversation}/upload?userId=ignored`, { method: 'POST', headers, body: form });
    if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
    return ((await response.json()) as { id: string }).id;
  };
  const hears: WebPerson['hears'] = (fits, after = 0) =>
    new Promise((resolve) => {
      const check = (): void => {
        const found = seen
          .slice(after)
          .find(
            (activity) =>
              activity.from.role !== 'user' && fits(String((activity as { text?: string }).text ?? ''), activity),
          );
        if (!found) return;
        checks.delete(check);
        resolve(found);
      };
      checks.add(check);
      check();
    });
  return {
    conversationId: generated.conversationId,
    returnToken: generated.returnToken,
    seen,
    ask: async (what) => {
      const id = await (what instanceof FormData
        ? send(what)
        : post(typeof what === 'string' ? { text: what } : { value: what }));
      const isReply = (activity: object): boolean => 'replyToId' in activity && activity.replyToId === id;
      await hears((_, activity) => isReply(activity));
      // The answers of a turn are saved together: when one has come, all are there.
      const { activities } = (await (await fetch(`${conversation}/activities`, { headers })).json()) as {
        activities: readonly Partial<Activity>[];
      };
      return activities.filter(isReply);
    },
    say: async (text) => {
      await post({ text });
    },
    press: async (value) => {
      await post({ value });
    },
    upload: async (name, bytes, mediaType) => {
      await send(uploadOf(name, bytes, mediaType));
    },
    hears,
    end: () => post({ type: 'endOfConversation' }),
    close: () => client.end(),
  };
};

/** A file as the page sends it. */
export const uploadOf = (name: string, bytes: Uint8Array, mediaType: string): FormData => {
  const form = new FormData();
  form.append(
    'activity',
    new Blob([JSON.stringify({ type: 'message', from: { id: 'ignored' } })], {
      type: 'application/vnd.microsoft.activity',
    }),
    'activity',
  );
  form.append('file', new Blob([bytes as Uint8Array<ArrayBuffer>], { type: mediaType }), name);
  return form;
};
