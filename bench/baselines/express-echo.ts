import express from 'express';

/** The least an HTTP server does: JSON in, JSON out. */
const app = express();
app.post('/api/messages', express.json(), (request, response) => {
  response.json({ text: request.body.text });
});
const server = app.listen(0, '127.0.0.1', () => {
  const address = server.address();
  console.log(`ready ${typeof address === 'object' ? address?.port : ''}`);
});
