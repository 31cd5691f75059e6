import { hooks } from 'botframework-webchat';
import { useState } from 'react';
import { Chat } from './chat.tsx';
import { Notify } from './notify.tsx';
import { pageWords } from './page-words.ts';
import { forgetSession } from './session.ts';
import { WaitingFiles } from './waiting-files.tsx';

export const Header = ({ onStartOver }: { readonly onStartOver: () => void }) => (
  <header className="head">
    <svg className="mark" viewBox="0 0 32 32" aria-hidden="true">
      <path className="mark-route" d="M7 26c7 0 4-9 10-9 5 0 8-4 8-9" />
      <circle className="mark-from" cx="7" cy="26" r="3" />
      <path
        className="mark-to"
        d="M25 2.5c-2.6 0-4.5 1.9-4.5 4.4 0 3.1 4.5 6.6 4.5 6.6s4.5-3.5 4.5-6.6c0-2.5-1.9-4.4-4.5-4.4z"
      />
    </svg>
    <h1>Pathfinder</h1>
    <p>{pageWords.about}</p>
    <Notify />
    <button type="button" className="quiet new" onClick={onStartOver}>
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <path d="M12 5v14M5 12h14" />
      </svg>
      <span>{pageWords.newChat}</span>
    </button>
  </header>
);

/** First things to say, for who does not know what can be said. */
const Suggestions = () => {
  const sendMessage = hooks.useSendMessage();
  const focus = hooks.useFocus();
  return (
    <nav className="chips" aria-label={pageWords.thingsToSay}>
      {pageWords.suggestions.map((suggestion) => (
        <button
          type="button"
          key={suggestion}
          onClick={() => {
            sendMessage(suggestion);
            focus('sendBox');
          }}
        >
          {suggestion}
        </button>
      ))}
    </nav>
  );
};

/** Who is talked to, what can be said, and the conversation. */
export const Page = () => {
  const [visit, setVisit] = useState(0);
  const startOver = (): void => {
    forgetSession();
    setVisit((count) => count + 1);
  };
  return (
    <>
      <Header onStartOver={startOver} />
      <main className="talk" aria-label={pageWords.conversation}>
        <Chat key={visit}>
          <WaitingFiles />
          <Suggestions />
        </Chat>
      </main>
    </>
  );
};
