import { load } from '../trips/records.ts';
import { sessions } from './session.ts';

test('should know the events and answers of a conversation kept in version 1', () => {
  const kept = { pk: 'c', id: 'session', type: 'session', _schema_version: 1, history: [] };
  const replies = [{ text: 'Noted.' }];
  expect(load(sessions, { ...kept, handled: [{ event: 'a' }, { event: 'b', replies }] })).toMatchObject({
    events: 'a b',
    answered: [{ event: 'b', replies }],
  });
  expect(load(sessions, kept)).not.toMatchObject({ events: expect.anything() });
});
