import { CallFailed } from '@lianban/grpc';
import { createLog } from '@lianban/telemetry';
import { Browser, locationOf } from '../test/browser';
import { type FakeIssuer, fakeIssuer } from '../test/issuer';
import { siteOf } from '../test/site';
import { type TestGateway, openGateway } from '../test/test-gateway';
import { keeper, wantsTelling } from './session/kept';
import type { SessionNews } from './session/sessions';
import type { OpenSessions } from './session/kept';

type Told = Parameters<OpenSessions['keep']>[0]['session'];

/** The list all copies of the gateway share, in memory. */
class SharedList {
  readonly kept = new Map<string, NonNullable<Told>>();
  readonly ended: string[] = [];
  readonly port: OpenSessions = {
    keep: async ({ session }) => {
      this.kept.set(session!.sessionId, session!);
      return {};
    },
    list: async ({ since }) => ({ sessions: [...this.kept.values()].filter(({ seenAt }) => seenAt! >= since!) }),
    endOne: async ({ sessionId }) => this.end(sessionId),
    endOthers: async ({ sessionId }) => {
      const sessionIds = [...this.kept.keys()].filter((each) => each !== sessionId);
      sessionIds.forEach((each) => this.end(each));
      return { sessionIds };
    },
  };
  private end(session: string) {
    this.kept.delete(session);
    this.ended.push(session);
    return {};
  }
}

const log = createLog('gateway', 'silent');
let issuer: FakeIssuer;
let list: SharedList;
let gateway: TestGateway;
beforeEach(async () => {
  issuer = await fakeIssuer();
  list = new SharedList();
  const news: Partial<SessionNews> = {
    ended: async (session) => void list.ended.push(session),
    used: keeper(list.port, log),
  };
  gateway = await openGateway({ openSessions: list.port, rest: siteOf({ issuer: issuer.url, news }) });
});
afterEach(async () => {
  await gateway.close();
  await issuer.close();
});

async function comeIn(userAgent: string, browser = new Browser(gateway.url)): Promise<Browser> {
  const begun = await browser.send('/auth/sign-in');
  const headers = { 'User-Agent': userAgent };
  await browser.send(`/auth/callback?${issuer.comeBack(new URL(locationOf(begun)))}`, { headers });
  return browser;
}
interface Listed {
  readonly sessions: readonly { readonly id: string; readonly current: boolean; readonly browser: string }[];
}
const mine = async (browser: Browser) => ((await (await browser.send('/api/me/sessions')).json()) as Listed).sessions;
const status = async (browser: Browser) => (await browser.send('/auth/session')).status;

test('a person sees where they are signed in, and which of it is here', async () => {
  const here = await comeIn('Mozilla/5.0 (Windows NT 10.0) Gecko/20100101 Firefox/133.0');
  await comeIn('Mozilla/5.0 (iPhone) Version/18.1 Mobile Safari/604.1');
  expect(await mine(here)).toEqual([
    expect.objectContaining({ current: true, browser: 'firefox', system: 'windows', role: 'resident' }),
    expect.objectContaining({ current: false, browser: 'safari', system: 'ios' }),
  ]);
});

test('ending another session takes effect here at once, and ends no other', async () => {
  const [here, there, third] = [await comeIn('Firefox/1'), await comeIn('Edg/1'), await comeIn('Chrome/1')];
  const other = (await mine(here)).find(({ browser }) => browser === 'edge');
  expect((await here.post(`/api/me/sessions/${other?.id}/end`)).status).toBe(200);
  expect([await status(here), await status(there), await status(third)]).toEqual([200, 401, 200]);
});

test('ending all others leaves this one', async () => {
  const [here, ...others] = [await comeIn('Firefox/1'), await comeIn('Edg/1'), await comeIn('Chrome/1')];
  expect(await (await here!.post('/api/me/sessions/end-others')).json()).toEqual({ ended: 2 });
  expect([await status(here!), ...(await Promise.all(others.map(status)))]).toEqual([200, 401, 401]);
});

test('signing in anew in a browser ends the session it had, also for copies of its cookie', async () => {
  const here = await comeIn('Firefox/1');
  const copy = new Browser(gateway.url);
  copy.cookies.set('lianban', here.cookies.get('lianban') ?? '');
  await comeIn('Firefox/1', here);
  expect([await status(here), await status(copy), list.ended.length]).toEqual([200, 401, 1]);
});

test('sessions cannot be ended by a link or by another site', async () => {
  const here = await comeIn('Firefox/1');
  const forged = { method: 'POST', headers: { 'Sec-Fetch-Site': 'cross-site' } };
  expect((await here.send('/api/me/sessions/end-others', forged)).status).toBe(403);
});

test('somebody can sign in while the list cannot be written', async () => {
  const down = { keep: () => Promise.reject(new CallFailed('residents', 'UNAVAILABLE', 'down', true)) };
  await gateway.close();
  gateway = await openGateway({ rest: siteOf({ issuer: issuer.url, news: { used: keeper(down, log) } }) });
  expect(await status(await comeIn('Firefox/1'))).toBe(200);
});

test('a page that calls for somebody knows their session too', async () => {
  const here = await comeIn('Firefox/1');
  const { sessions, site } = siteOf({ issuer: issuer.url });
  const found = await sessions.find({ headers: { cookie: `lianban=${here.cookies.get('lianban')}` } } as never);
  const headers = { Authorization: `Bearer ${await site.tokenFor(found!.identity)}` };
  const { sessions: listed } = (await (await gateway.send('/api/me/sessions', { headers })).json()) as Listed;
  expect(listed).toEqual([expect.objectContaining({ current: true })]);
});

test('a use is told when it is the first in five minutes', () => {
  expect([wantsTelling(600, 899), wantsTelling(600, 900), wantsTelling(899, 900)]).toEqual([false, true, true]);
});
