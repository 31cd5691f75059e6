import express from 'express';
import twilio from 'twilio';

/** Twilio's own webhook sample: the signature is checked, a fixed sentence answered, nothing stored. */
const token = process.env.TWILIO_AUTH_TOKEN ?? '';
const url = process.env.PUBLIC_URL ?? '';
const app = express();
app.post(
  '/api/sms',
  express.urlencoded({ extended: false }),
  twilio.webhook({ validate: true, url: `${url}/api/sms` }, token),
  (_request, response) => {
    const answer = new twilio.twiml.MessagingResponse();
    answer.message('Hello from a bare webhook.');
    response.type('text/xml').send(answer.toString());
  },
);
const server = app.listen(0, '127.0.0.1', () => {
  const address = server.address();
  console.log(`ready ${typeof address === 'object' ? address?.port : ''}`);
});
