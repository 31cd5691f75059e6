import fc from 'fast-check';
import { lineOf } from './text-line.ts';
import { joined, messagesOf, twiml } from './twiml.ts';

const SMS = lineOf('+15550111');
const WHATSAPP = lineOf('whatsapp:+15550111');

describe('twiml', () => {
  it('answers nothing with an empty response', () => {
    expect(twiml([])).toBe('<?xml version="1.0" encoding="UTF-8"?><Response></Response>');
  });

  it('escapes what XML would read as markup', () => {
    expect(twiml(['</Message><Redirect>x</Redirect> & "1" < 2'])).toContain(
      '<Message>&lt;/Message&gt;&lt;Redirect&gt;x&lt;/Redirect&gt; &amp; "1" &lt; 2</Message>',
    );
  });

  it('leaves out what XML cannot carry', () => {
    expect(twiml(['a\u0000b\u001Bc\uD800d\uFFFEe 🐢'])).toContain('<Message>abcde 🐢</Message>');
  });

  it('is read back as it was said', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[ -~\n€🐢]+$/u)), (texts) => {
        expect(messagesOf(twiml(texts))).toEqual(texts);
      }),
    );
  });
});

describe('joined', () => {
  it('puts texts together where that costs no more parts', () => {
    expect(joined(['Hello.', 'How are you?'], SMS)).toEqual(['Hello.\n\nHow are you?']);
  });

  it('keeps texts apart where together they would cost more, or be too long', () => {
    expect(joined(['a'.repeat(160), 'b'.repeat(160)], SMS)).toHaveLength(2);
    expect(joined(['a'.repeat(150), 'ж'.repeat(60)], SMS)).toHaveLength(2);
    expect(joined(['a'.repeat(1590), 'b'.repeat(20)], SMS)).toHaveLength(2);
  });

  it('counts no parts where none are billed, but keeps to the longest message', () => {
    expect(joined(['a'.repeat(150), 'ж'.repeat(60)], WHATSAPP)).toHaveLength(1);
    expect(joined(['a'.repeat(1590), 'b'.repeat(20)], WHATSAPP)).toHaveLength(2);
  });
});
