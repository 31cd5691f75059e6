import type { Reply } from '../cards/reply.ts';
import { withPlainLinks } from './plain-links.ts';

const OWN = 'https://pathfinder.example';

test('should carry nothing out by what names and documents hold, and leave our own links and what buttons do alone', () => {
  const act = { skill: 'vote', input: { words: 'https://attacker.example/?q=1' } };
  const reply: Reply = {
    text: `See ![map](https://attacker.example/c.png?d=1) and [tickets](https://attacker.example/?q=1), https://hotel.example/rooms?id=3#top; yours: ${OWN}/#guest=abc?x=1`,
    card: {
      kind: 'facts',
      title: 'At a glance',
      facts: [{ label: 'Trip', value: 'x https://attacker.example/a?b=c' }],
    },
    choices: [{ label: 'Vote https://attacker.example/?q=1', act }],
    citations: [{ n: 1, documentId: 'document_1', document: 'a.md', quote: '![x](https://attacker.example/)' }],
  };
  expect(withPlainLinks(reply, OWN)).toEqual({
    text: `See map and tickets, https://hotel.example/rooms; yours: ${OWN}/#guest=abc?x=1`,
    card: { kind: 'facts', title: 'At a glance', facts: [{ label: 'Trip', value: 'x https://attacker.example/a' }] },
    choices: [{ label: 'Vote https://attacker.example/', act }],
    citations: [{ n: 1, documentId: 'document_1', document: 'a.md', quote: 'x' }],
  });
});

test('should leave a reply without links as it is', () => {
  const reply: Reply = { text: 'Check-in is from 15:20 [1].' };
  expect(withPlainLinks(reply, OWN)).toBe(reply);
});

test('should carry nothing out by an address without a scheme, where no other stands', () => {
  const reply: Reply = { text: 'You’re in Trip www.attacker.example/pay?ref=1 or attacker.example/x?d=2.' };
  expect(withPlainLinks(reply, OWN).text).toBe('You’re in Trip www.attacker.example/pay or attacker.example/x.');
});
