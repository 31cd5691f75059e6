import { useId, useState } from 'react';
import { Page } from './page.tsx';
import { Phone } from './phone.tsx';

/** Numbers nobody has: 555-01xx is kept for fiction. */
const PHONES = [
  { number: '+15550101', owner: 'Bea (Chen)' },
  { number: '+15550102', owner: 'Noor (Okoye)' },
  { number: '+15550103', owner: 'Rui (Silva)' },
];

const E164 = /^\+[1-9]\d{6,14}$/;

/** A phone beside the web chat: one person at one screen can be two families. */
export const Simulator = () => {
  const [number, setNumber] = useState(PHONES[0]?.number ?? '');
  const [typed, setTyped] = useState('');
  const picker = useId();
  const owner = PHONES.find((phone) => phone.number === number)?.owner ?? number;
  return (
    <div className="simulator">
      <div className="simulator-page">
        <Page />
      </div>
      <aside className="simulator-phone" aria-label="SMS simulator">
        <h2>And by text</h2>
        <div className="picker">
          <div className="picker-field">
            <label htmlFor={picker}>Phone of</label>
            <select id={picker} value={number} onChange={({ target }) => setNumber(target.value)}>
              {PHONES.map((phone) => (
                <option key={phone.number} value={phone.number}>
                  {phone.owner}, {phone.number}
                </option>
              ))}
              {!PHONES.some((phone) => phone.number === number) && <option value={number}>{number}</option>}
            </select>
          </div>
          <form
            onSubmit={(event) => {
              event.preventDefault();
              const given = typed.replaceAll(/[^\d+]/g, '');
              if (!E164.test(given)) return;
              setNumber(given);
              setTyped('');
            }}
          >
            <label className="picker-field">
              or another number
              <input
                value={typed}
                placeholder="+15550104"
                inputMode="tel"
                pattern="\+[1-9][\d\s\-]{6,20}"
                title="A number with its country, such as +15550104"
                onChange={({ target }) => setTyped(target.value)}
              />
            </label>
            <button type="submit" className="quiet">
              Use
            </button>
          </form>
        </div>
        <Phone key={number} number={number} owner={owner} />
      </aside>
    </div>
  );
};
