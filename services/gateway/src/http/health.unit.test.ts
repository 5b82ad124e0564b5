import { type TestGateway, openGateway } from '../../test/test-gateway';

let gateway: TestGateway;
afterEach(() => gateway.close());

test('live while the process runs, ready while it accepts requests', async () => {
  let ready = false;
  gateway = await openGateway({ rest: { isReady: () => ready } });
  const statuses = async () =>
    Promise.all(['live', 'ready', 'startup'].map(async (what) => (await gateway.send(`/healthz/${what}`)).status));
  expect(await statuses()).toEqual([200, 503, 503]);
  ready = true;
  expect(await statuses()).toEqual([200, 200, 200]);
  ready = false;
  expect(await statuses()).toEqual([200, 503, 200]);
});
