import { LOCAL_KEY, type LocalMail, type LocalSms, startLocalMail, startLocalSms } from '@lianban/infra';
import { Kafka, logLevel } from 'kafkajs';
import { readTopics } from '../src/topics';
import { applicationWhen, ended, waitFor } from '../src/wait-for';
import { type TestCity, startCity } from './harness/city';
import { testServers } from './harness/servers';
import { shopWithoutLayout } from './harness/shop';

interface Notice {
  readonly id: string;
  readonly applicationNumber: string;
  readonly title: { readonly en: string };
  readonly body: { readonly zh: string };
  readonly until?: string;
  readonly unread: boolean;
  readonly sentBy?: string;
  readonly status: string;
}

let city: TestCity;
let mail: LocalMail;
let sms: LocalSms;
// Known once the city has its ports: carriers ask when they say a receipt.
const receipts = { url: 'http://127.0.0.1:9/' };

beforeAll(async () => {
  mail = await startLocalMail({ smtpPort: 0, pagePort: 0, receipts: () => receipts.url });
  sms = await startLocalSms({ port: 0, receipts: () => receipts.url });
  city = await startCity({
    name: 'notices',
    servers: testServers(),
    residents: 8,
    envOf: (name): Readonly<Record<string, string>> =>
      name === 'notifications'
        ? {
            SITE_URL: 'http://lianban.example/',
            SMTP_URL: `smtp://local-city:${LOCAL_KEY}@127.0.0.1:${mail.smtpPort}`,
            SMS_URL: `http://127.0.0.1:${sms.port}/`,
            SMS_KEY: LOCAL_KEY,
            RECEIPT_KEY: LOCAL_KEY,
          }
        : {},
  });
  receipts.url = `${city.url}/api/notices/receipts`;
});
afterAll(async () => {
  await city?.stop();
  await mail?.close();
  await sms?.close();
});

async function put(n: number, path: string, body: unknown): Promise<void> {
  const token = city.token({ role: 'resident', sub: `resident-${n}` });
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const response = await fetch(city.url + path, { method: 'PUT', headers, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
}

/** They are told by mail first, at any hour. */
async function byMail(n: number, email: string, channels = ['mail', 'sms']): Promise<void> {
  await put(n, '/api/me/contact', { email });
  await put(n, '/api/me/notice-preference', { language: 'zh', channels, copiesToAgent: true });
}

const noticesOf = async (n: number): Promise<readonly Notice[]> =>
  (await city.resident(n).get<{ notices: Notice[] }>('/api/me/notices')).notices;

/** Applies for a shop without a paper: it is asked for at once. */
async function askedFor(n: number): Promise<string> {
  const resident = city.assisted(n);
  const number = await resident.submit(shopWithoutLayout);
  await applicationWhen(resident, number, 'the missing paper is asked for', ended('waiting-for-you'));
  return number;
}

const supplement = 'Something is missing';
const noticeWhen = (n: number, what: string, is: (notice: Notice) => boolean) =>
  waitFor(what, async () => (await noticesOf(n)).find((each) => each.title.en === supplement && is(each)));
const mailTo = (to: string) => mail.messages.filter((each) => each.to === to);

test('what is missing is told in the inbox and by mail, and nothing personal leaves the inbox', async () => {
  await byMail(1, 'somebody@example.org');
  const number = await askedFor(1);
  const notice = await noticeWhen(1, 'it is delivered', ({ status }) => status === 'delivered');
  expect(notice).toMatchObject({ applicationNumber: number, unread: true, sentBy: 'mail' });
  expect(notice.body.zh).toContain(number);
  expect(notice.until).toBeDefined();
  const sent = mailTo('somebody@example.org').find(({ title }) => title === '需要补正材料');
  expect(sent?.text).toMatch(
    /需要补正材料，请在\d{4}年\d+月\d+日前提交。详情请登录：http:\/\/lianban\.example\/inbox$/,
  );
  expect(sent?.text).not.toContain(number);
  expect(sent?.id).toBe(notice.id.replace('/', '.'));
  // The address was asked for this, and is kept nowhere.
  const stored = await city.collection('notifications', 'notices').find({}).toArray();
  expect(JSON.stringify(stored)).not.toContain('somebody@example.org');
  const { reads } = await city
    .resident(1)
    .get<{ reads: { reader: string; purpose: string }[] }>('/api/me/reads?limit=50');
  expect(reads).toContainEqual(expect.objectContaining({ reader: 'notifications', purpose: 'notify' }));
});

test('read on one device, it is read', async () => {
  const [newest] = await noticesOf(1);
  await city.resident(1).post('/api/me/notices/read', { until: (newest as Notice & { at: string }).at });
  expect(await city.resident(1).get('/api/me/notices/unread')).toEqual({ unread: 0 });
});

test('the same records again make no second notice and no second message', async () => {
  const before = [await noticesOf(1), mail.messages.length] as const;
  const topic = `${city.prefix}applications.v1`;
  const all = await readTopics(city.brokers, [topic]);
  const kafka = new Kafka({ brokers: [...city.brokers], clientId: 'again', logLevel: logLevel.NOTHING });
  const producer = kafka.producer({ allowAutoTopicCreation: false });
  await producer.connect();
  const messages = all.map(({ key, value, headers }) => ({ key, value, headers: { ...headers } }));
  await producer.send({ topic, messages });
  await producer.disconnect();
  // Told after the repetitions, so they have been heard.
  await byMail(2, 'another@example.org');
  await askedFor(2);
  await noticeWhen(2, 'the next one is delivered', ({ status }) => status === 'delivered');
  expect((await noticesOf(1)).map(({ id }) => id)).toEqual(before[0].map(({ id }) => id));
  expect(mailTo('somebody@example.org')).toHaveLength(new Set(mailTo('somebody@example.org').map(({ id }) => id)).size);
});

test('550: the next way is taken', async () => {
  await byMail(3, 'unknown@example.org');
  await askedFor(3);
  const notice = await noticeWhen(3, 'it is delivered', ({ status }) => status === 'delivered');
  expect(notice.sentBy).toBe('sms');
  const kept = await city.collection('notifications', 'notices').findOne({ _id: notice.id as never });
  expect(kept?.['state']).toMatchObject({
    sendings: [
      { channel: 'mail', outcome: 'permanent', code: '550' },
      { channel: 'sms', outcome: 'accepted', receipt: { status: 'delivered' } },
    ],
  });
});

test('accepted, then bounced: both are kept, and the next way is taken', async () => {
  await byMail(4, 'bounce@example.org');
  await askedFor(4);
  const notice = await noticeWhen(
    4,
    'it went by SMS',
    ({ sentBy, status }) => sentBy === 'sms' && status === 'delivered',
  );
  const kept = await city.collection('notifications', 'notices').findOne({ _id: notice.id as never });
  expect(kept?.['state']).toMatchObject({
    sendings: [{ channel: 'mail', outcome: 'accepted', receipt: { status: 'failed' } }, { channel: 'sms' }],
  });
});

test('451, and a mail system that is away: it waits, and is delivered once', async () => {
  await byMail(5, 'busy@example.org', ['mail']);
  await askedFor(5);
  const waiting = await noticeWhen(5, 'it waits', ({ status }) => status === 'queued');
  const state = async () =>
    (await city.collection('notifications', 'notices').findOne({ _id: waiting.id as never }))?.['state'] as {
      readonly sendings: readonly { readonly outcome?: string; readonly code?: string }[];
    };
  await waitFor('the answer is kept', async () => ((await state()).sendings[0]?.outcome ? true : undefined));
  expect((await state()).sendings[0]).toMatchObject({ outcome: 'temporary', code: '451' });
  // The number changed meanwhile: it is asked for at the moment of sending.
  await put(5, '/api/me/contact', { email: 'mended@example.org' });
  await city.moveDays(0.01);
  await noticeWhen(5, 'it is delivered', ({ status }) => status === 'delivered');
  expect(mailTo('mended@example.org').filter(({ title }) => title === '需要补正材料')).toHaveLength(1);
});

test('killed in between, what is due is sent by the process that follows', async () => {
  await byMail(6, 'last@example.org');
  const number = await city.assisted(6).submit(shopWithoutLayout);
  const [host = ''] = city.services.processes;
  await city.services.kill(host);
  await city.services.start(host);
  await applicationWhen(city.assisted(6), number, 'the paper is asked for', ended('waiting-for-you'));
  // An attempt that died is made again when its lease is over.
  await city.moveDays(0.01);
  await noticeWhen(6, 'it is delivered', ({ status }) => status === 'delivered');
  const ids = mailTo('last@example.org').map(({ id }) => id);
  expect((await noticesOf(6)).filter(({ title }) => title.en === supplement)).toHaveLength(1);
  expect(new Set(ids).size).toBeGreaterThan(0);
});

test('a receipt that is not signed, or of a message nobody sent, changes nothing', async () => {
  const [notice] = await noticesOf(1);
  const body = {
    ...{ messageId: notice!.id.replace('/', '.'), channel: 'mail', status: 'failed', at: new Date().toISOString() },
    signature: '0'.repeat(64),
  };
  const response = await fetch(receipts.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  expect([response.status, (await response.json()) as object]).toEqual([
    409,
    expect.objectContaining({ slug: 'receipt-not-believed' }),
  ]);
});
