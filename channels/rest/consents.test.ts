import { type Guest, openRestDoor, type RestDoor } from '../../test/rest-door.ts';
import { outboxFacts } from '../../trips/notifications/fact.ts';

describe('privacy over REST', () => {
  let door: RestDoor;
  let bea: Guest;
  let mallory: Guest;
  beforeAll(async () => {
    door = await openRestDoor();
    bea = await door.signIn({ name: 'Bea Chen', phone: '+15550102' });
    mallory = await door.signIn({ name: 'Mallory Okoye' });
  });
  afterAll(() => door.close());

  const as = ({ token }: Guest, body?: unknown) => ({ token, ...(body !== undefined && { body }) });

  test('should list what was agreed to, with its words, their version and when', async () => {
    const { body } = await door.call('GET', '/privacy/consents', as(bea));
    expect(body).toMatchObject({
      messages: [
        { door: 'sms', value: '+15550102', wording: expect.any(String), noticeVersion: 1, at: expect.any(String) },
      ],
      children: [],
    });
  });

  test("should invite a child only with a parent's consent that was confirmed, and take it back", async () => {
    const members = `/families/${bea.familyId}/members`;
    const invitations = `/families/${bea.familyId}/invitations`;
    const added = await door.call('POST', members, as(bea, { name: 'Mia', age: 8 }));
    const { id } = added.body.member as { id: string };
    expect((await door.call('POST', invitations, as(bea, { memberId: id }))).status).toBe(403);
    expect((await door.call('POST', `${members}/${id}/consent`, as(mallory, { agree: true }))).status).toBe(404);
    const given = await door.call('POST', `${members}/${id}/consent`, as(bea, { agree: true }));
    expect(given.body).toEqual({ memberId: id, inForce: false });
    const [notice] = await door.records.list(outboxFacts, bea.familyId);
    const code = notice?.fact.kind === 'parental-consent' ? notice.fact.code : '';
    expect((await door.call('PUT', `${members}/${id}/consent`, as(bea, { code: '000000' }))).status).toBe(400);
    expect((await door.call('PUT', `${members}/${id}/consent`, as(bea, { code }))).body).toEqual({
      memberId: id,
      inForce: true,
    });
    expect((await door.call('POST', invitations, as(bea, { memberId: id }))).status).toBeLessThan(300);
    const { body } = await door.call('GET', '/privacy/consents', as(bea));
    expect(body).toMatchObject({ children: [{ memberId: id, version: 1, confirmedAt: expect.any(String) }] });
    expect((await door.call('DELETE', `${members}/${id}/consent`, as(bea))).body).toMatchObject({ inForce: false });
  });

  test('should do nothing with restricted data but give and erase it, until its owner lifts that', async () => {
    expect((await door.call('PUT', '/privacy/restriction', as(mallory, { restricted: true }))).status).toBe(204);
    const refused = await door.call('POST', '/trips', as(mallory, { name: 'Lisbon', destination: 'Lisbon' }));
    expect([refused.status, (refused.body.error as { code: string }).code]).toEqual([403, 'restricted']);
    expect((await door.call('GET', '/privacy/export', as(mallory))).status).toBe(200);
    expect((await door.call('POST', '/privacy/erase', as(mallory, {}))).status).toBe(200);
    expect((await door.call('PUT', '/privacy/restriction', as(mallory, { restricted: false }))).status).toBe(204);
    expect((await door.call('POST', '/trips', as(mallory, { name: 'Lisbon', destination: 'Lisbon' }))).status).toBe(
      201,
    );
  });
});
