/** A text on the phone's screen. `failed` is why it was not sent. */
export interface Text {
  readonly id: string;
  readonly from: 'phone' | 'pathfinder';
  readonly body: string;
  readonly at: string;
  readonly failed?: string;
}

/** The number that Pathfinder answers at in the simulator. */
const PATHFINDER = '+15550100';

/** Twilio's id of a message: SM and 32 hex digits. */
const newSid = (): string => `SM${crypto.randomUUID().replaceAll('-', '')}`;

/** Sends a text through the real SMS door and returns what came back in the same answer, in order. Throws when it was refused. */
export const sendText = async (from: string, body: string): Promise<readonly string[]> => {
  const form = new URLSearchParams({ From: from, To: PATHFINDER, Body: body, MessageSid: newSid(), NumMedia: '0' });
  const answer = await fetch('/api/sms', { method: 'POST', body: form });
  if (!answer.ok) throw new Error(`Not sent: the SMS door answered ${answer.status}.`);
  const twiml = new DOMParser().parseFromString(await answer.text(), 'text/xml');
  return [...twiml.querySelectorAll('Message')].map((message) => message.textContent ?? '');
};

/** Hears the texts that are sent to a number later; returns how to stop. `after` is the last one seen. */
export const hearTexts = (
  number: string,
  after: number,
  heard: (text: Text, position: number) => void,
): (() => void) => {
  const events = new EventSource(`/simulator/phones/${encodeURIComponent(number)}/events?after=${after}`);
  events.onmessage = ({ data }: MessageEvent<string>) => {
    const said = JSON.parse(data) as { number: number; text: string; at: string };
    heard({ id: `later-${said.number}`, from: 'pathfinder', body: said.text, at: said.at }, said.number);
  };
  return () => events.close();
};

/** What a phone remembers over a reload. */
export interface Memory {
  readonly texts: readonly Text[];
  /** The last later text it has seen. */
  readonly position: number;
}

const key = (number: string): string => `pathfinder.phone.${number}`;

export const recall = (number: string): Memory => {
  try {
    const kept: Memory | null = JSON.parse(sessionStorage.getItem(key(number)) ?? 'null');
    return kept ?? { texts: [], position: 0 };
  } catch {
    return { texts: [], position: 0 };
  }
};

export const remember = (number: string, memory: Memory): void => {
  try {
    sessionStorage.setItem(key(number), JSON.stringify(memory));
  } catch {
    // Storage is off or full: the phone forgets at the next reload.
  }
};
