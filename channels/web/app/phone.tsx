import { type FormEvent, useCallback, useEffect, useState } from 'react';
import { hearTexts, type Memory, recall, remember, sendText, type Text } from './phone-texts.ts';

const clock = new Intl.DateTimeFormat('en', { hour: '2-digit', minute: '2-digit', hour12: false });

/** What scrolls must be reachable by keyboard. */
const SCROLLS = { tabIndex: 0 } as const;

/** Set anew after every text, so that the newest is in view. */
const intoView = (element: HTMLElement | null): void => element?.scrollIntoView({ block: 'nearest' });

/** One phone with one number: what was texted, and a box to text more. Texts go through the real SMS door. */
export const Phone = ({ number, owner }: { readonly number: string; readonly owner: string }) => {
  const [memory, setMemory] = useState<Memory>(() => recall(number));
  const [draft, setDraft] = useState('');
  const [waiting, setWaiting] = useState(0);

  const add = useCallback(
    (texts: readonly Text[], position = 0): void =>
      setMemory((before) => {
        const fresh = texts.filter(({ id }) => !before.texts.some((text) => text.id === id));
        return { texts: [...before.texts, ...fresh], position: Math.max(before.position, position) };
      }),
    [],
  );

  useEffect(() => hearTexts(number, recall(number).position, (text, position) => add([text], position)), [number, add]);
  useEffect(() => remember(number, memory), [number, memory]);

  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const body = draft.trim();
    if (body === '') return;
    setDraft('');
    const mine: Text = { id: crypto.randomUUID(), from: 'phone', body, at: new Date().toISOString() };
    add([mine]);
    setWaiting((count) => count + 1);
    try {
      const answers = await sendText(number, body);
      const at = new Date().toISOString();
      add(answers.map((answer) => ({ id: crypto.randomUUID(), from: 'pathfinder', body: answer, at })));
    } catch (error) {
      const failed = error instanceof Error ? error.message : 'Not sent.';
      setMemory((before) => ({
        ...before,
        texts: before.texts.map((text) => (text.id === mine.id ? { ...text, failed } : text)),
      }));
    } finally {
      setWaiting((count) => count - 1);
    }
  };

  return (
    <section className="phone" aria-label={`Phone of ${owner}, ${number}`}>
      <div className="phone-top">
        <span className="phone-ear" aria-hidden="true" />
        <strong>Pathfinder</strong>
        <span className="phone-number">texting as {number}</span>
      </div>
      <div className="texts" role="log" aria-label={`Texts of ${owner}`} {...SCROLLS}>
        {memory.texts.length === 0 && <p className="texts-none">Say hi. Or text DEMO, or JOIN and a code.</p>}
        {memory.texts.map((text) => (
          <p key={text.id} className={`text text-${text.from}`}>
            <span className="text-body">{text.body}</span>
            <span className="text-at">{text.failed ?? clock.format(new Date(text.at))}</span>
          </p>
        ))}
        {waiting > 0 && <p className="text text-pathfinder text-waiting">…</p>}
        <div key={`${memory.texts.length} ${waiting}`} ref={intoView} />
      </div>
      <form className="compose" onSubmit={send}>
        <input
          aria-label={`Text message from ${owner}`}
          placeholder="Text message"
          value={draft}
          maxLength={1600}
          autoComplete="off"
          onChange={({ target }) => setDraft(target.value)}
        />
        <button type="submit" aria-label="Send text">
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <path d="M12 19V5M5.5 11.5 12 5l6.5 6.5" />
          </svg>
        </button>
      </form>
    </section>
  );
};
