import { isWhatsApp } from '../channels/sms/phone-address.ts';
import { sendSimulated } from '../channels/sms/send-simulated.ts';
import { PathfinderError } from '../trips/pathfinder-error.ts';
import { readConfig } from './config.ts';

/** Texted to when no number of our own is configured; it belongs to nobody. */
const OUR_NUMBER = '+15550000';

/** `npm run sms -- <from> "<text>"`: sends a text to the running server as Twilio would, and prints what comes back. */
const main = async ([from, ...words]: readonly string[]): Promise<void> => {
  const text = words.join(' ');
  if (!from || text === '') {
    console.error('Usage: npm run sms -- <from> "<text>"    e.g. npm run sms -- +15550111 "Hi"');
    process.exitCode = 2;
    return;
  }
  const config = readConfig();
  const texts = await sendSimulated({
    server: `http://${config.HOST}:${config.PORT}`,
    from,
    to: `${isWhatsApp(from) ? 'whatsapp:' : ''}${config.TWILIO_PHONE_NUMBER || OUR_NUMBER}`,
    text,
    authToken: config.TWILIO_AUTH_TOKEN,
    publicUrl: config.PUBLIC_URL,
  });
  console.log(texts.length === 0 ? '(no answer)' : texts.join('\n\n'));
};

main(process.argv.slice(2)).catch((error: unknown) => {
  if (!(error instanceof PathfinderError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
});
