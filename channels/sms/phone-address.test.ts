import { phoneAddress } from './phone-address.ts';

describe('phoneAddress', () => {
  it('spells one number one way', () => {
    for (const given of ['+15550100', ' +15550100 ']) expect(phoneAddress(given)).toBe('+15550100');
    for (const given of ['+1 (212) 555-0100', '+1-212-555-0100', '+12125550100']) {
      expect(phoneAddress(given)).toBe('+12125550100');
    }
  });

  it('keeps the WhatsApp prefix in front of the number', () => {
    expect(phoneAddress('whatsapp:+1 212 555 0100')).toBe('whatsapp:+12125550100');
    expect(phoneAddress('WhatsApp:+15550100')).toBe('whatsapp:+15550100');
  });

  it('takes short codes and names as they are', () => {
    expect(phoneAddress('12345')).toBe('12345');
    expect(phoneAddress('MYBANK')).toBe('MYBANK');
    expect(phoneAddress('+')).toBe('+');
  });

  it('refuses nothing and nonsense', () => {
    for (const given of ['', '   ', 'whatsapp:', 'x'.repeat(65)]) expect(phoneAddress(given)).toBeUndefined();
  });
});
