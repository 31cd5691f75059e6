import fc from 'fast-check';
import { renderText } from './render-text.ts';
import type { Choice, ItineraryCard, PollCard, Reply } from './reply.ts';

const poll: PollCard = {
  kind: 'poll',
  pollId: 'poll_1',
  question: 'Where do we eat on Friday night?',
  askedBy: 'Ana (Silva)',
  status: 'open',
  options: [
    { optionId: 'a', text: 'Taverna do Capitao', details: 'Italian', price: 'EUR 22 each', votes: 0, mine: false },
    { optionId: 'b', text: 'Salty Pelican', details: 'fish', price: 'EUR 31 each', votes: 0, mine: false },
    { optionId: 'c', text: 'Pizza Roma', votes: 0, mine: false },
  ],
  votingFor: 'Chen',
  closes: '20:00 Thu 10 Jun',
  waitingFor: ['Chen', 'Okoye'],
};

const voteFor = ({ options }: PollCard): readonly Choice[] =>
  options.map(({ optionId, text }) => ({ label: text, act: { skill: 'vote', input: { optionId } } }));

const plan: ItineraryCard = {
  kind: 'itinerary',
  title: 'Your plan for Lisbon',
  days: [
    {
      label: 'Day 1, Fri 11 Jun',
      items: [
        { time: '15:20', title: 'Check in', note: 'side door in Rua das Flores' },
        { time: '17:00', title: 'Miradouro' },
        { time: '19:00', title: 'Taverna', cost: 'EUR 176' },
        { time: '21:00', title: 'Ice cream' },
      ],
    },
    { label: 'Day 2, Sat 12 Jun', items: [] },
  ],
  total: 'EUR 5,310 of EUR 6,000',
  checks: [
    { ok: true, text: 'EUR 5,310 of EUR 6,000' },
    { ok: true, text: 'no place twice' },
  ],
  gaps: [],
  link: 'https://trips.example/s/8kQ2',
};

const say = (text: string, label: string): Choice => ({ label, act: { skill: text, input: {} } });

describe('renderText', () => {
  it('says a plain reply as it is', () => {
    expect(renderText({ text: 'Hello, Bea.' })).toBe('Hello, Bea.');
  });

  it('says who asks, the numbered options with details and prices, for whom one votes, until when, and who is missing', () => {
    expect(renderText({ text: 'A new poll in Lisbon 2027.', card: poll, choices: voteFor(poll) })).toBe(
      [
        'A new poll in Lisbon 2027.',
        'Ana (Silva) asks: Where do we eat on Friday night?',
        '1) Taverna do Capitao, Italian, EUR 22 each',
        '2) Salty Pelican, fish, EUR 31 each',
        '3) Pizza Roma',
        'Vote for the Chens by 20:00 Thu 10 Jun: reply 1, 2 or 3.',
        'Waiting for the Chens and the Okoyes.',
      ].join('\n'),
    );
  });

  it('keeps an ordinary poll within two text messages of 160 characters', () => {
    expect(renderText({ text: '', card: poll }).length).toBeLessThanOrEqual(320);
  });

  it('marks the own choice, counts the votes and tells how to change it', () => {
    const options = poll.options.map((option, index) => ({ ...option, votes: index < 2 ? 1 : 0, mine: index === 1 }));
    const voted = { ...poll, options, waitingFor: ['Okoye'] };
    const text = renderText({ text: 'Noted.', card: voted });
    expect(text).toContain('1) Taverna do Capitao, Italian, EUR 22 each: 1 vote\n');
    expect(text).toContain('2) Salty Pelican, fish, EUR 31 each: 1 vote (yours)\n');
    expect(text).toContain('3) Pizza Roma: 0 votes\n');
    expect(text).toContain(
      'The Chens vote 2; send another number to change until 20:00 Thu 10 Jun.\nWaiting for the Okoyes.',
    );
  });

  it('says of an anonymous poll that it is one while it is open', () => {
    const secret = { ...poll, anonymous: true };
    expect(renderText({ text: '', card: secret })).toContain('Anonymous: nobody sees who votes for what.');
    expect(renderText({ text: '', card: { ...secret, status: 'closed' } })).not.toContain('Anonymous');
  });

  it('does not repeat the vote or the question when the words above say them', () => {
    const options = poll.options.map((option, index) => ({ ...option, votes: index === 1 ? 1 : 0, mine: index === 1 }));
    const card = { ...poll, options, waitingFor: [] };
    const text = renderText({ text: `The Chens vote 2) Salty Pelican on "${poll.question}"`, card });
    expect(text.match(/The Chens vote 2/g)).toHaveLength(1);
    expect(text.split(poll.question)).toHaveLength(2);
    expect(text).toContain('\nSend another number to change until 20:00 Thu 10 Jun.\nEvery family has voted.');
  });

  it('says to whoever has no vote only when voting ends', () => {
    const text = renderText({ text: '', card: { ...poll, votingFor: undefined } });
    expect(text).toContain('Voting ends 20:00 Thu 10 Jun.');
    expect(text).not.toContain('reply 1');
  });

  it('ends a closed poll with its outcome and offers no numbers to vote with', () => {
    const text = renderText({ text: '', card: { ...poll, status: 'closed', outcome: "It's a tie, 1 each." } });
    expect(text).toContain('Ana (Silva) asked: ');
    expect(text).toMatch(/\nIt's a tie, 1 each\.$/);
    expect(text).not.toMatch(/^\d\)/m);
    expect(text).toContain('- Taverna do Capitao, Italian, EUR 22 each: 0 votes');
  });

  it('numbers choices as the conversation counts them: after the options they begin with, else from one', () => {
    const more = renderText({ text: '', card: poll, choices: [...voteFor(poll), say('results', 'Show results')] });
    expect(more).toMatch(/\n4\) Show results$/);
    expect(more.match(/^1\) /gm)).toHaveLength(1);
    const other = renderText({ text: 'Close it?', card: poll, choices: [say('yes', 'Yes'), say('no', 'No')] });
    expect(other).toMatch(/\n1\) Yes\n2\) No$/);
    expect(other).toContain('- Pizza Roma');
    expect(other).not.toContain('reply 1, 2 or 3');
  });

  it('names each source once more below the answer, with its page when it has pages', () => {
    const reply: Reply = {
      text: 'Check-in is from 15:20 [1]. A cot is EUR 9 [2].',
      citations: [
        { n: 1, documentId: 'd1', document: 'hotel.pdf', page: 2, quote: 'from 15:20' },
        { n: 2, documentId: 'd2', document: 'notes.md', quote: 'cot' },
      ],
    };
    expect(renderText(reply)).toBe(`${reply.text}\n[1] hotel.pdf, page 2\n[2] notes.md`);
  });

  it('tells a plan completely without a limit, and with one as its first day and the link', () => {
    const whole = renderText({ text: 'Your plan is ready.', card: plan });
    expect(whole).toContain('Day 1, Fri 11 Jun:\n- 15:20 Check in, side door in Rua das Flores\n');
    expect(whole).toContain('- 21:00 Ice cream');
    expect(whole).toContain('OK: no place twice');
    expect(renderText({ text: 'Your plan is ready.', card: plan }, { max: 1600 })).toBe(
      [
        'Your plan is ready.',
        'Your plan for Lisbon: EUR 5,310 of EUR 6,000',
        'All 2 checks passed.',
        'Day 1, Fri 11 Jun: 15:20 Check in, 17:00 Miradouro, 19:00 Taverna, +1 more',
        'Reply DAY 2 for the next day.',
        'Whole plan: https://trips.example/s/8kQ2',
      ].join('\n'),
    );
  });

  it('names the checks that failed and what is still open, in the short form too', () => {
    const card = {
      ...plan,
      checks: [...plan.checks, { ok: false, text: 'museum is shut on Mon' }],
      gaps: ['boat tour: no time'],
    };
    const text = renderText({ text: '', card }, { max: 1600 });
    expect(text).toContain('Not met: museum is shut on Mon\nStill open: boat tour: no time');
    expect(text).not.toContain('checks passed');
  });

  it('lists facts one a line', () => {
    const card = { kind: 'facts' as const, title: 'Lisbon 2027', facts: [{ label: 'Dates', value: '11-15 June' }] };
    expect(renderText({ text: 'Here it is:', card })).toBe('Here it is:\nLisbon 2027\nDates: 11-15 June');
  });

  it("shows markup as the text it is and keeps people's line breaks from passing for our lines", () => {
    const options = [{ optionId: 'a', text: '<at>Ana</at> **x** <b>y</b>\n2) Fake', votes: 0, mine: false }];
    const text = renderText({ text: '', card: { ...poll, options } });
    expect(text).toContain('1) <at>Ana</at> **x** <b>y</b> 2) Fake\n');
  });

  it('drops the details of options before it would exceed the limit, and keeps every option answerable', () => {
    const options = Array.from({ length: 10 }, (_, index) => ({
      optionId: `o${index}`,
      text: `Option ${index} ${'very '.repeat(38)}long`,
      details: 'd'.repeat(400),
      price: 'EUR 22 each',
      votes: 1,
      mine: index === 3,
    }));
    const card = { ...poll, options };
    const text = renderText({ text: 'word '.repeat(200), card, choices: voteFor(card) }, { max: 1600 });
    expect(text.length).toBeLessThanOrEqual(1600);
    for (let number = 1; number <= 10; number += 1)
      expect(text).toMatch(new RegExp(`^${number}\\) Option ${number - 1} `, 'm'));
    expect(text).toContain('The Chens vote 4;');
  });

  it('ends a long answer at a sentence, says how to get the rest and keeps the sources', () => {
    const text = 'The side door is in Rua das Flores and opens at eight [1]. '.repeat(60);
    const citations = [{ n: 1, documentId: 'd', document: 'hotel.pdf', page: 2, quote: '' }];
    const page = renderText({ text, citations }, { max: 1600 });
    expect(page.length).toBeLessThanOrEqual(1600);
    expect(page.length).toBeGreaterThan(1400);
    expect(page).toMatch(/eight \[1\]\.\nThat is not all: ask me for the part you need\.\n\[1\] hotel\.pdf, page 2$/);
  });

  it('leads to the link when a plan is too long even in its short form', () => {
    const text = (index: number) => `wish number ${index} that nobody could fit in anywhere`;
    const checks = Array.from({ length: 40 }, (_, index) => ({ ok: false, text: text(index) }));
    const page = renderText({ text: '', card: { ...plan, checks } }, { max: 1600 });
    expect(page.length).toBeLessThanOrEqual(1600);
    expect(page).toMatch(/\nThe rest: https:\/\/trips\.example\/s\/8kQ2$/);
  });

  it('never exceeds a limit and never cuts a word, whatever is said', () => {
    const word = fc.stringMatching(/^[a-zé🐢]{1,12}$/u);
    const prose = fc.array(word, { minLength: 1, maxLength: 400, size: 'max' }).map((words) => words.join(' '));
    fc.assert(
      fc.property(prose, fc.integer({ min: 160, max: 1600 }), (text, max) => {
        const page = renderText({ text }, { max });
        expect(page.length).toBeLessThanOrEqual(max);
        const words = new Set(text.split(' '));
        const said = page.replace(/\nThat is not all: ask me for the part you need\.$/, '');
        for (const each of said.split(' ')) expect(words.has(each)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('cuts a single word that is longer than all the room, but never half a character', () => {
    for (const max of [160, 161]) {
      const page = renderText({ text: '🐢'.repeat(500) }, { max });
      expect(page.length).toBeLessThanOrEqual(max);
      expect(page.isWellFormed()).toBe(true);
    }
  });
});
