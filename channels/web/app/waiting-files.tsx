import { hooks } from 'botframework-webchat';
import { useEffect, useRef, useState } from 'react';
import { pageLanguage, pageWords } from './page-words.ts';

/** Bytes of files that the server takes with one message. */
const MOST = Number(document.getElementById('app')?.dataset.maxUpload ?? Number.POSITIVE_INFINITY);

const megabytes = new Intl.NumberFormat(pageLanguage, { maximumFractionDigits: 1 });
const inMegabytes = (bytes: number): string => `${megabytes.format(bytes / 1_000_000)} MB`;

type Waiting = ReturnType<typeof hooks.useSendBoxAttachments>[0][number];
const nameOf = ({ blob }: Waiting): string => (blob instanceof File ? blob.name : pageWords.files.nameless);

const withinLimit = (files: readonly Waiting[]): readonly Waiting[] => {
  let room = MOST;
  return files.filter(({ blob: { size } }) => {
    if (size > room) return false;
    room -= size;
    return true;
  });
};

/** The files that go with the next message: by name, each can be left out. What the server would refuse is left out at once, and said. */
export const WaitingFiles = () => {
  const [waiting, setWaiting] = hooks.useSendBoxAttachments();
  const [activities] = hooks.useActivities();
  const focus = hooks.useFocus();
  const [refused, setRefused] = useState('');
  const weighed = useRef<readonly Blob[]>([]);

  useEffect(() => {
    if (waiting.every(({ blob }) => weighed.current.includes(blob))) return;
    const fits = withinLimit(waiting);
    const over = waiting.filter((one) => !fits.includes(one));
    weighed.current = fits.map(({ blob }) => blob);
    setRefused(over.length === 0 ? '' : pageWords.files.tooLarge(over.map(nameOf).join(', '), inMegabytes(MOST)));
    if (over.length > 0) setWaiting(fits);
  }, [waiting, setWaiting]);

  // Talk goes on: what was refused before is no news any more.
  const { length } = activities;
  useEffect(() => {
    if (length > 0) setRefused('');
  }, [length]);

  return (
    <div className="files">
      {waiting.length > 0 && (
        <ul aria-label={pageWords.files.waiting}>
          {waiting.map((one) => (
            <li key={`${nameOf(one)} ${one.blob.size}`}>
              <span>{nameOf(one)}</span>
              <button
                type="button"
                aria-label={pageWords.files.leaveOut(nameOf(one))}
                onClick={() => {
                  setWaiting(waiting.filter((other) => other !== one));
                  focus('sendBox');
                }}
              >
                ×
              </button>
            </li>
          ))}
        </ul>
      )}
      <p role="status">{refused}</p>
    </div>
  );
};
