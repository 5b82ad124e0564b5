import { type TestGateway, openGateway } from '../test/test-gateway';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await openGateway();
});
afterAll(() => gateway.close());

test('whoever asks is told what services say on Kafka, as AsyncAPI 3', async () => {
  const answer = await gateway.send('/api/asyncapi.json');
  expect(answer.status).toBe(200);
  expect(answer.headers.get('cache-control')).toContain('max-age=60');
  expect(await answer.json()).toMatchObject({
    asyncapi: '3.0.0',
    channels: { 'permits.v1': { messages: { 'casework.v1.StepDecided': {} } } },
  });
});
