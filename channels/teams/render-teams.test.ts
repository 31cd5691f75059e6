import type { Citation } from '../../trips/documents/citation.ts';
import { answerAction } from './answer-action.ts';
import { forAudience, MAX_MESSAGE_BYTES, renderTeams } from './render-teams.ts';

const citation = (n: number, quote = 'Check-in is from 15:20.'): Citation => ({
  n,
  documentId: `document_${n}`,
  document: 'hotel.pdf',
  page: 2,
  quote,
});

test('an answer out of documents names them in words, and for Teams with the AI label, sources and feedback buttons', () => {
  const [message, ...more] = renderTeams({ text: 'Check-in is from 15:20 [1].', citations: [citation(1)] });
  expect(more).toEqual([]);
  expect(message).toEqual({
    type: 'message',
    text: 'Check-in is from 15:20 [1].\n[1] hotel.pdf, page 2',
    textFormat: 'plain',
    entities: [
      {
        type: 'https://schema.org/Message',
        '@type': 'Message',
        '@context': 'https://schema.org',
        '@id': '',
        additionalType: ['AIGeneratedContent'],
        citation: [
          {
            '@type': 'Claim',
            position: 1,
            appearance: { '@type': 'DigitalDocument', name: 'hotel.pdf, page 2', abstract: 'Check-in is from 15:20.' },
          },
        ],
      },
    ],
    channelData: { feedbackLoop: { type: 'default' } },
  });
});

test('sources stay within what Teams takes: 20 of them, names of 80, abstracts of 160', () => {
  const citations = Array.from({ length: 25 }, (_, n) => ({
    ...citation(n + 1, '🏛️'.repeat(200)),
    document: `${'d'.repeat(200)}.pdf`,
  }));
  const [message] = renderTeams({ text: 'x', citations });
  const claims = message.entities?.[0]?.citation as {
    position: number;
    appearance: { name: string; abstract: string };
  }[];
  expect(claims.map(({ position }) => position)).toEqual(Array.from({ length: 20 }, (_, n) => n + 1));
  for (const { appearance } of claims) {
    expect(appearance.name.length).toBeLessThanOrEqual(80);
    expect(appearance.abstract.length).toBeLessThanOrEqual(160);
    expect(appearance.abstract.isWellFormed()).toBe(true);
  }
});

test('sources and a card are two messages, because the marks work in text only', () => {
  const choices = [{ label: 'More', act: { skill: 'more', input: {} } }];
  const messages = renderTeams({ text: 'From 15:20 [1].', citations: [citation(1)], choices });
  expect(messages.map(({ text }) => text)).toEqual(['From 15:20 [1].\n[1] hotel.pdf, page 2', undefined]);
  expect(messages.map(({ attachments = [] }) => attachments.length)).toEqual([0, 1]);
});

test('a reply without sources carries no label', () => {
  expect(renderTeams({ text: 'Hi' })).toEqual([{ type: 'message', text: 'Hi', textFormat: 'plain' }]);
});

test('a text without end still makes a message under the limit', () => {
  for (const text of ['"'.repeat(100_000), '\u0001'.repeat(100_000)]) {
    const choices = [{ label: 'More', act: { skill: 'more', input: {} } }];
    for (const message of [...renderTeams({ text }), ...renderTeams({ text, choices })])
      expect(2 * JSON.stringify(message).length).toBeLessThanOrEqual(MAX_MESSAGE_BYTES);
  }
});

test('only in a group is what is private withheld', () => {
  const reply = { text: 'no nuts for Leo', private: true };
  expect(forAudience(reply, false)).toBe(reply);
  expect(forAudience(reply, true).text).not.toContain('nuts');
});

test('a button that leads to nothing to say is acknowledged', () => {
  expect(answerAction([]).response.body).toMatchObject({ statusCode: 200, value: 'Done.' });
});

test('a button that leads to choices replaces its card by their card, words included', () => {
  const { response, after } = answerAction([
    { text: 'Which one?', choices: [{ label: 'This', act: { skill: 'x', input: {} } }] },
  ]);
  expect(response.body).toMatchObject({ type: 'application/vnd.microsoft.card.adaptive' });
  expect(JSON.stringify(response.body)).toContain('Which one?');
  expect(after).toEqual([]);
});
