import { randomUUID } from 'node:crypto';
import express from 'express';
import { type WebSocket, WebSocketServer } from 'ws';

/** The least that speaks Direct Line: what is posted comes back over the stream, and so does an echo; nothing is stored or checked. */
const listening = new Map<string, { readonly socket: WebSocket; said: number }>();
const app = express();
const addressOf = (): number => {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
};
app.post('/v3/directline/tokens/generate', (_request, response) => {
  response.json({ conversationId: randomUUID(), token: 'none' });
});
app.post('/v3/directline/conversations', (request, response) => {
  const conversationId = request.get('x-conversation') ?? randomUUID();
  const streamUrl = `ws://127.0.0.1:${addressOf()}/v3/directline/conversations/${conversationId}/stream`;
  response.status(201).json({ conversationId, token: 'none', streamUrl });
});
app.post('/v3/directline/conversations/:conversationId/activities', express.json(), (request, response) => {
  const listener = listening.get(request.params.conversationId);
  if (!listener) {
    response.sendStatus(404);
    return;
  }
  listener.said += 1;
  const id = `${request.params.conversationId}|${listener.said}`;
  response.json({ id });
  const show = (activity: object): void => listener.socket.send(JSON.stringify({ activities: [activity] }));
  show({ ...request.body, id });
  show({ type: 'message', text: `Echo: ${request.body.text}`, replyToId: id });
});
const sockets = new WebSocketServer({ noServer: true });
const server = app.listen(0, '127.0.0.1', () => console.log(`ready ${addressOf()}`));
server.on('upgrade', (request, socket, head) => {
  sockets.handleUpgrade(request, socket, head, (opened) => {
    const conversationId = (request.url ?? '').split('/')[4] ?? '';
    listening.set(conversationId, { socket: opened, said: 0 });
    opened.on('close', () => listening.delete(conversationId));
  });
});
