import { Browser } from '../../test/browser';
import { type TestGateway, openGateway } from '../../test/test-gateway';
import { keysOf, siteOf } from '../../test/site';
import type { Ports } from '../ports';
import { sealWith } from './seal';
import { toSealed } from './session';

const start = new Date('2026-03-02T01:00:00Z').getTime();
const minute = 60_000;
const times = { idle: 30 * 60, absolute: 8 * 60 * 60 };

let gateway: TestGateway;
let browser: Browser;
const open = async (site: Partial<Ports>) => {
  gateway = await openGateway({ rest: site });
  browser = new Browser(gateway.url);
};
const at = (minutes: number) => jest.setSystemTime(start + minutes * minute);
const claims = { sub: 'resident-1', role: 'resident' };
const begun = toSealed({ id: 's-1', claims, startedAt: start / 1000, seenAt: start / 1000 });
/** Puts a session sealed with this key into the browser, begun at `start`. */
const comeIn = async (keys = keysOf('a')) =>
  browser.cookies.set('lianban', await sealWith(keys).close('session', begun, times.absolute));
const status = async (path = '/api/applications', headers = {}) => (await browser.send(path, { headers })).status;

beforeEach(() => {
  jest.useFakeTimers({ now: start, toFake: ['Date'] } as unknown as Parameters<typeof jest.useFakeTimers>[0]);
});
afterEach(async () => {
  await gateway.close();
  jest.useRealTimers();
});

describe('a session', () => {
  beforeEach(async () => {
    await open(siteOf({ times }));
    await comeIn();
  });

  test('ends half an hour after the last activity', async () => {
    at(29);
    expect(await status()).toBe(200);
    at(58);
    expect(await status()).toBe(200);
    at(89);
    expect(await status()).toBe(401);
  });

  test('ends after eight hours in any case', async () => {
    for (let minutes = 20; minutes < 480; minutes += 20) {
      at(minutes);
      expect(await status()).toBe(200);
    }
    at(480);
    expect(await status()).toBe(401);
  });

  test('is not extended by background requests', async () => {
    at(29);
    expect(await status('/api/applications', { 'X-Background': '1' })).toBe(200);
    expect((await browser.send('/auth/session')).status).toBe(200);
    expect((await browser.send('/api/applications/A-1/events', { method: 'HEAD' })).status).toBe(200);
    at(31);
    expect(await status()).toBe(401);
  });

  test('an ended session differs from none, and its end time can be read', async () => {
    const look = (await (await browser.send('/auth/session')).json()) as object;
    expect(look).toEqual({
      role: 'resident',
      id: 'resident-1',
      expiresAt: '2026-03-02T01:30:00.000Z',
      endsAt: '2026-03-02T09:00:00.000Z',
    });
    at(31);
    const ended = await browser.send('/api/applications');
    expect(await ended.json()).toMatchObject({ slug: 'session-ended' });
    browser.cookies.clear();
    expect(await (await browser.send('/api/applications')).json()).toMatchObject({ slug: 'token-missing' });
  });

  test('counts only without other credentials: a token in Authorization comes first', async () => {
    expect(await status('/api/applications', { Authorization: 'Bearer x.y.z' })).toBe(401);
  });
});

describe('keys', () => {
  test('every process with the key knows the session, without shared state', async () => {
    await open(siteOf({ times, keys: keysOf('b', 'a') }));
    await comeIn(keysOf('a'));
    expect(await status()).toBe(200);
  });

  test('a renewed session is sealed with the newest key, and outlives the old one', async () => {
    await open(siteOf({ times, keys: keysOf('b', 'a') }));
    await comeIn(keysOf('a'));
    at(5);
    expect(await status()).toBe(200);
    const renewed = browser.cookies.get('lianban') ?? '';
    await gateway.close();
    await open(siteOf({ times, keys: keysOf('b') }));
    browser.cookies.set('lianban', renewed);
    expect(await status()).toBe(200);
  });

  test('a session of a removed key is invalid', async () => {
    await open(siteOf({ times, keys: keysOf('b') }));
    await comeIn(keysOf('a'));
    expect(await status()).toBe(401);
  });

  test('an altered cookie, or one sealed for another purpose, is no session', async () => {
    await open(siteOf({ times }));
    await comeIn();
    const good = browser.cookies.get('lianban') ?? '';
    const bad = good.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));
    const other = await sealWith(keysOf('a')).close('sign-in', begun, 600);
    for (const cookie of [bad.slice(0, -4), other, `${good}.x`, 'x', '']) {
      browser.cookies.set('lianban', cookie);
      expect(await status()).toBe(401);
    }
  });
});
