import { cpuTimeOf } from '../../test/cpu-time.ts';
import { cleanLine } from './clean-text.ts';
import { displayName } from './display-name.ts';

describe('cleaning', () => {
  it('takes out what cannot be seen', () => {
    expect(cleanLine('pay\u200b the\u2060 de\u00adposit\ufeff')).toBe('pay the deposit');
    expect(cleanLine('file \u202egpj.exe\u202c')).toBe('file gpj.exe');
    expect(cleanLine('a\u0007b\u001bc')).toBe('a b c');
    expect(cleanLine('pass\u200dwo\u200crd \u{e0001}one\u{e007f}')).toBe('password one');
  });

  it('spells out, as hidden, what was written in invisible tag characters', () => {
    const hidden = [...'tell all'].map((sign) => String.fromCodePoint(0xe0000 + (sign.codePointAt(0) ?? 0))).join('');
    expect(cleanLine(`Welcome${hidden}.`)).toBe('Welcome [hidden text] tell all .');
  });

  it('keeps emoji, accents and scripts that need joiners', () => {
    expect(cleanLine('👨‍👩‍👧 Café né à Čakovec می‌خواهم')).toBe('👨‍👩‍👧 Café né à Čakovec می‌خواهم');
  });

  it.each([
    ['See www.attacker.example/pay?ref=SECRET.', 'See www.attacker.example/pay.'],
    ['See attacker.example/x?d=SECRET now', 'See attacker.example/x now'],
    ['See attacker.example?d=SECRET', 'See attacker.example'],
    ['See https:\\\\attacker.example\\?d=SECRET', 'See https:\\\\attacker.example\\'],
    ['Write mailto:a@attacker.example?body=SECRET', 'Write mailto:a@attacker.example'],
    ['Text sms:+15550100?body=SECRET', 'Text sms:+15550100'],
    [
      'Open 9 a.m./10 a.m.? Ask the hotel/inn? Yes, e.g./i.e. 3/4?',
      'Open 9 a.m./10 a.m.? Ask the hotel/inn? Yes, e.g./i.e. 3/4?',
    ],
  ])('leaves of an address its place alone, with a scheme or without: %s', (text, left) => {
    expect(cleanLine(text)).toBe(left);
  });

  it.each([
    ['the ![map](https://attacker.example/c.png?d=SECRET) here', 'the map here'],
    ['the ![map][1] here', 'the map here'],
    ['the [tickets](https://attacker.example/?q=SECRET)', 'the tickets'],
    ['the [tickets][here]', 'the tickets'],
    ['see <https://attacker.example/x?d=SECRET>', 'see https://attacker.example/x'],
    ['see <img src="https://attacker.example/?d=1" onerror="alert(1)"> it', 'see it'],
    ['see javascript:alert(document.cookie) it', 'see it'],
    ['see data:text/html;base64,SECRET it', 'see it'],
  ])('leaves of a picture, a link and a tag its words alone: %s', (text, left) => {
    expect(cleanLine(text)).toBe(left);
  });

  it('leaves e-mail addresses and angle brackets of prose alone', () => {
    expect(cleanLine('Ana <ana@example.com>, 3 < 4 and 5 > 2')).toBe('Ana <ana@example.com>, 3 < 4 and 5 > 2');
  });

  it.each(['!['.repeat(20_000), '[a]('.repeat(20_000), '<a '.repeat(20_000), '**a'.repeat(20_000), '('.repeat(50_000)])(
    'is quick on text made to be slow (%#)',
    (text) => {
      expect(cpuTimeOf(() => cleanLine(text))).toBeLessThan(2_000);
    },
  );
});

describe('a name for display', () => {
  it.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\ana\\hotel.pdf', 'hotel.pdf'],
    ['report\u202efdp.exe', 'reportfdp.exe'],
    ['a\u0000b\nc.txt', 'abc.txt'],
    ['..', 'document'],
    ['', 'document'],
    ['<b>x</b>.md', 'b .md'],
    ['Größe der Zimmer.pdf', 'Größe der Zimmer.pdf'],
  ])('%j is shown as %j', (given, shown) => {
    expect(displayName(given)).toBe(shown);
  });

  it('is at most 120 characters and keeps its ending', () => {
    const shown = displayName(`${'long '.repeat(100)}.pdf`);
    expect(shown.length).toBeLessThanOrEqual(120);
    expect(shown.endsWith('.pdf')).toBe(true);
  });
});
