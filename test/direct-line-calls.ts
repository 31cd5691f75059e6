import { againstSpec } from './direct-line-spec.ts';
import { eventually } from './eventually.ts';
import { openWebDoor, type WebDoor, type WebDoorParts } from './web-door.ts';

/** A conversation as Direct Line describes it. */
export interface Conversation {
  readonly conversationId: string;
  readonly token: string;
  readonly returnToken?: string;
  readonly streamUrl: string;
}

const closing: (() => unknown)[] = [];

/** Closes it after the test, the newest first. */
export const closeLater = (close: () => unknown): void => {
  closing.push(close);
};

/** Call it in `afterEach`. */
export const closeAll = async (): Promise<void> => {
  for (const close of closing.splice(0).reverse()) await close();
};

/** A web door that is closed after the test. */
export const openDoor = async (parts: WebDoorParts = {}): Promise<WebDoor> => {
  const door = await openWebDoor(parts);
  closeLater(() => door.close());
  return door;
};

/** One request as a program makes it, and the whole answer, which must be one by the Direct Line 3.0 specification. */
export const call = async (door: WebDoor, method: string, path: string, init: RequestInit = {}) => {
  const answer = await fetch(`${door.url}/v3/directline${path}`, { method, ...init });
  const text = await answer.text();
  const { status, headers } = answer;
  const body = text ? JSON.parse(text) : undefined;
  const wrong = againstSpec({ method, path: new URL(answer.url).pathname, status, headers, body });
  if (wrong !== undefined) throw new Error(`${method} ${path} is answered ${status} ${text}: ${wrong}`);
  return { status, headers, body };
};

export const bearer = (token: string, headers: Record<string, string> = {}): RequestInit => ({
  headers: { authorization: `Bearer ${token}`, ...headers },
});

export const generate = async (door: WebDoor, init: RequestInit = {}): Promise<Conversation> =>
  (await call(door, 'POST', '/tokens/generate', init)).body;

/** A guest's conversation that has begun. */
export const start = async (door: WebDoor): Promise<Conversation> =>
  (await call(door, 'POST', '/conversations', bearer((await generate(door)).token))).body;

export const post = (door: WebDoor, { conversationId, token }: Conversation, activity: unknown, headers = {}) =>
  call(door, 'POST', `/conversations/${conversationId}/activities`, {
    ...bearer(token, { 'content-type': 'application/json', ...headers }),
    body: typeof activity === 'string' ? activity : JSON.stringify(activity),
  });

export const say = async (door: WebDoor, conversation: Conversation, text: string): Promise<{ readonly id: string }> =>
  (await post(door, conversation, { type: 'message', text })).body;

export const upload = (door: WebDoor, { conversationId, token }: Conversation, body: FormData | string, headers = {}) =>
  call(door, 'POST', `/conversations/${conversationId}/upload?userId=x`, { ...bearer(token, headers), body });

/** Files, and the activity they come with, as a browser sends them. */
export const form = (
  files: readonly [name: string, bytes: Uint8Array | string, type: string][],
  activity?: unknown,
): FormData => {
  const parts = new FormData();
  if (activity) {
    parts.append('activity', new Blob([JSON.stringify(activity)], { type: 'application/vnd.microsoft.activity' }));
  }
  for (const [name, bytes, type] of files) parts.append('file', new Blob([bytes as BlobPart], { type }), name);
  return parts;
};

export const history = async (door: WebDoor, { conversationId, token }: Conversation, watermark = '') =>
  (await call(door, 'GET', `/conversations/${conversationId}/activities?watermark=${watermark}`, bearer(token))).body;

/** Resolves with the conversation's messages once there are `count`. */
export const messages = (door: WebDoor, conversation: Conversation, count: number) =>
  eventually(`${count} messages`, async () => {
    const { activities } = await history(door, conversation);
    return activities.length >= count && activities;
  });
