import { parsePhoneNumberFromString } from 'libphonenumber-js/min';

const E164 = /^\+[1-9]\d{6,14}$/;
const WHATSAPP = 'whatsapp:';

/** An address as long as this is nobody's phone. */
const MAX_ADDRESS = 64;

/**
 * The one spelling of a sender: E.164 (`+15550100`), with Twilio's `whatsapp:` in front where it came that way.
 * A short code or a name that is not a number stays as it is; undefined for nothing or nonsense.
 */
export const phoneAddress = (raw: string): string | undefined => {
  if (E164.test(raw)) return raw;
  const given = raw.trim();
  if (given === '' || given.length > MAX_ADDRESS) return undefined;
  if (given.toLowerCase().startsWith(WHATSAPP)) {
    const number = phoneAddress(given.slice(WHATSAPP.length));
    return number && WHATSAPP + number;
  }
  if (E164.test(given)) return given;
  return parsePhoneNumberFromString(given)?.number ?? given;
};

/** True for an address that writes through WhatsApp. */
export const isWhatsApp = (address: string): boolean => address.startsWith(WHATSAPP);

/** The number behind an address, whichever way it writes: whose phone it is. */
export const numberOf = (address: string): string => (isWhatsApp(address) ? address.slice(WHATSAPP.length) : address);
