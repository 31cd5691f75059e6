import { randomUUID } from 'node:crypto';
import { sendSimulated } from '../../channels/sms/send-simulated.ts';

/** Somebody at a door of the running server. What is said to them arrives through `heard`, in order. */
export interface Speaker {
  readonly name: string;
  readonly door: 'web' | 'SMS';
  say(text: string): Promise<void>;
  /** Sends a file along; only where the door takes files. */
  send?(name: string, bytes: Uint8Array, mediaType: string): Promise<void>;
  /** Looks for what has been said to them since. */
  look(): Promise<void>;
}

export type Heard = (to: Speaker, text: string) => void;

/** Texted to in the simulator; it belongs to nobody. */
const OUR_NUMBER = '+15550000';

/** A phone in the simulator, through the SMS door. */
export const phone = (server: string, name: string, number: string, heard: Heard): Speaker => {
  let seen = 0;
  const one: Speaker = {
    name,
    door: 'SMS',
    say: async (text) => {
      for (const answer of await sendSimulated({ server, from: number, to: OUR_NUMBER, text, authToken: '' })) {
        heard(one, answer);
      }
    },
    look: async () => {
      const path = `/simulator/phones/${encodeURIComponent(number)}/messages?after=${seen}`;
      const texts = (await (await fetch(server + path)).json()) as readonly { number: number; text: string }[];
      for (const { number: position, text } of texts) {
        seen = position;
        heard(one, text);
      }
    },
  };
  return one;
};

interface WebActivity {
  readonly type: string;
  readonly text?: string;
  readonly from: { readonly role?: string };
}

/** A page in a browser, through the Direct Line door. */
export const webPage = async (server: string, name: string, heard: Heard): Promise<Speaker> => {
  const root = `${server}/v3/directline`;
  const generated = await (await fetch(`${root}/tokens/generate`, { method: 'POST' })).json();
  const { token, conversationId } = generated as { token: string; conversationId: string };
  const headers = { authorization: `Bearer ${token}` };
  const at = `${root}/conversations/${conversationId}`;
  const post = async (path: string, init: RequestInit): Promise<void> => {
    const response = await fetch(at + path, { method: 'POST', ...init });
    if (!response.ok) throw new Error(`web chat answered ${response.status}: ${await response.text()}`);
  };
  let watermark = '';
  const one: Speaker = {
    name,
    door: 'web',
    say: (text) =>
      post('/activities', {
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify({ type: 'message', text, channelData: { clientActivityID: randomUUID() } }),
      }),
    send: (file, bytes, mediaType) => {
      const form = new FormData();
      form.append('file', new Blob([bytes as Uint8Array<ArrayBuffer>], { type: mediaType }), file);
      return post('/upload?userId=ignored', { headers, body: form });
    },
    look: async () => {
      const answer = await fetch(`${at}/activities?watermark=${watermark}`, { headers });
      const batch = (await answer.json()) as { activities: readonly WebActivity[]; watermark: string };
      watermark = batch.watermark;
      for (const { type, text, from } of batch.activities) {
        if (type === 'message' && from.role !== 'user') heard(one, text ?? '');
      }
    },
  };
  return one;
};
