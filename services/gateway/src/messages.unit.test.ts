import { refuse } from '@lianban/model';
import { casework, residents } from '@lianban/protos';
import { type TestGateway, openGateway } from '../test/test-gateway';

let gateway: TestGateway;
afterEach(() => gateway.close());

test('a resident reads messages about their own applications only', async () => {
  const asked: string[] = [];
  const permits = {
    listNotes: async ({ caseId, audience }: casework.v1.ListNotesRequest) => {
      asked.push(`${caseId} ${audience}`);
      return casework.v1.ListNotesResponse.fromPartial({ notes: [{ text: 'We come on Friday.', by: 'o-1' }] });
    },
  };
  gateway = await openGateway({ desks: { permits } });
  const found = await (await gateway.send('/api/applications/A-1/messages', { as: 'resident' })).json();
  expect(found).toMatchObject({ messages: expect.arrayContaining([expect.objectContaining({ step: 'licence' })]) });
  expect(JSON.stringify(found)).not.toContain('o-1');
  expect(asked).toEqual(['A-1/licence resident']);
  await gateway.close();
  gateway = await openGateway({ applications: { get: async () => refuse('not-your-application', 'No.') } });
  expect((await gateway.send('/api/applications/A-2/messages', { as: 'resident' })).status).toBe(404);
});

describe('read marks', () => {
  const [early, late] = [new Date('2026-03-02T02:00:00Z'), new Date('2026-03-03T02:00:00Z')];
  const permits = {
    listNotes: async () => casework.v1.ListNotesResponse.fromPartial({ notes: [{ at: early }, { at: late }] }),
  };
  const employment = { listNotes: async () => casework.v1.ListNotesResponse.fromPartial({}) };
  const path = '/api/applications/A-1/messages';
  const unreadNow = async (headers: Record<string, string> = {}) => {
    const answer = await gateway.send(path, { as: 'resident', headers });
    const { messages } = (await answer.json()) as { messages: { unread?: boolean }[] };
    return messages.map(({ unread }) => unread);
  };

  test.each([
    [undefined, [true, true]],
    [early, [false, true]],
    [late, [false, false]],
  ])('read until %p', async (until, unread) => {
    gateway = await openGateway({ desks: { permits, employment }, readMarks: { get: async () => ({ until }) } });
    expect(await unreadNow()).toEqual(unread);
    expect(gateway.calls).toContainEqual(
      expect.objectContaining({ name: 'readMarks.get', request: { readerId: 'r-1', applicationNumber: 'A-1' } }),
    );
  });

  test('without a read mark, messages are shown unmarked', async () => {
    const get = () => Promise.reject(new Error('down'));
    gateway = await openGateway({ desks: { permits, employment }, readMarks: { get } });
    expect(await unreadNow()).toEqual([undefined, undefined]);
  });

  test('an agent has a read mark of their own', async () => {
    const authority = residents.v1.Authority.fromPartial({ mandates: ['m'] });
    gateway = await openGateway({ desks: { permits, employment }, mandates: { check: async () => authority } });
    const headers = { 'On-Behalf-Of': 'r-9' };
    await unreadNow(headers);
    const json = { until: late.toISOString() };
    expect((await gateway.send(`${path}/read`, { as: 'resident', json, headers })).status).toBe(200);
    const mark = { readerId: 'r-1', applicationNumber: 'A-1' };
    expect(gateway.calls.filter(({ name }) => name.startsWith('readMarks')).map(({ request }) => request)).toEqual([
      mark,
      { mark, until: late },
    ]);
  });

  test('no read mark is stored for another resident’s application, nor without a time', async () => {
    gateway = await openGateway();
    expect((await gateway.send(`${path}/read`, { as: 'resident', json: { until: 'soon' } })).status).toBe(422);
    await gateway.close();
    gateway = await openGateway({ applications: { get: async () => refuse('not-your-application', 'No.') } });
    expect((await gateway.send(`${path}/read`, { as: 'resident', json: { until: late.toISOString() } })).status).toBe(
      404,
    );
    expect(gateway.calls.map(({ name }) => name)).toEqual(['applications.get']);
  });
});
