import { type Erasure, isGenuine } from '../../trips/privacy/erasure.ts';
import type { Records } from '../../trips/records.ts';
import { html } from './markup.ts';
import { page } from './page.ts';

/** Before the data: says what the button gives, and nothing about whose it is. */
export const exportPage = page(
  'Your data from Pathfinder',
  html`<main class="gone"><h1>Your data from Pathfinder</h1><p>One file with everything kept of you: what you told, voted, paid, asked and sent, and the files you gave. It is JSON, which other programs can read.</p><form method="post"><p><button type="submit">Download my data</button></p></form><p>This link works for an hour. Whoever has it can download the file, so keep it to yourself.</p></main>`,
);

const minute = (at: string): string => `${at.slice(0, 16).replace('T', ' ')} UTC`;
const sum = (counts: Erasure['removed']): number => Object.values(counts).reduce((all, one) => all + one, 0);

/** The receipt of an erasure, for whoever has its link. */
export const receiptPage = (records: Pick<Records, 'lookupKey'>, erasure: Erasure): string => {
  const { removed, anonymised, doneAt } = erasure;
  if (doneAt === undefined) {
    return page(
      'An erasure under way',
      html`<main class="gone"><h1>${erasure.status === 'asked' ? 'Not confirmed' : 'Under way'}</h1><p>${
        erasure.status === 'asked'
          ? 'This erasure was asked for and not confirmed: nothing has been erased.'
          : 'The data is being erased. Look again in a minute: the receipt will be here.'
      }</p></main>`,
    );
  }
  const kinds = [...new Set([...Object.keys(removed), ...Object.keys(anonymised)])].sort();
  const said = (kind: string): string =>
    [
      ...(removed[kind] ? [`${removed[kind]} removed`] : []),
      ...(anonymised[kind] ? [`${anonymised[kind]} kept for others, without the person`] : []),
    ].join(', ');
  const line = (kind: string) =>
    html`<li><span><span class="label">${kind.replaceAll('_', ' ')}:</span> ${said(kind)}</span></li>`;
  return page(
    'Receipt of an erasure',
    html`<main><header><h1>Erased</h1><p class="when">${minute(doneAt)}</p><ul class="glance"><li><strong>${sum(removed)}</strong> removed</li><li><strong>${sum(anonymised)}</strong> kept for others, without the person</li>${
      isGenuine(records, erasure)
        ? html`<li class="ok">The seal fits</li>`
        : html`<li class="no">The seal does not fit</li>`
    }</ul></header><section class="box proof"><h2>By kind of document</h2><ul>${kinds.map(line)}</ul></section><footer><p>Receipt ${erasure.id}</p><p>SHA-256 ${erasure.hash ?? ''}</p><p>Kept for three years. It holds nothing about the person.</p></footer></main>`,
  );
};
