import { type Door, openDoor } from '../test/door';

let door: Door;
beforeAll(async () => {
  door = await openDoor();
});
afterAll(() => door.close());

test('whoever asks is told what services say on Kafka, as AsyncAPI 3', async () => {
  const answer = await door.send('/api/asyncapi.json');
  expect(answer.status).toBe(200);
  expect(answer.headers.get('cache-control')).toContain('max-age=60');
  expect(await answer.json()).toMatchObject({
    asyncapi: '3.0.0',
    channels: { 'permits.v1': { messages: { 'casework.v1.StepDecided': {} } } },
  });
});
