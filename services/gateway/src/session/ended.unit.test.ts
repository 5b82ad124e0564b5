import { CallFailed } from '@lianban/grpc';
import { createLog } from '@lianban/telemetry';
import { refuse } from '@lianban/model';
import { Browser } from '../../test/browser';
import { openGateway } from '../../test/test-gateway';
import { siteOf } from '../../test/site';
import { type EndedElsewhere, type EndedSessions, endedElsewhere } from './ended';

const at = (second: number) => new Date(Date.UTC(2026, 2, 2, 1, 0, second));

/** The store all gateway processes share, in memory. */
class SharedEnds {
  readonly sessions: { sessionId: string; endedAt: Date }[] = [];
  readonly asked: (Date | undefined)[] = [];
  isDown = false;
  readonly port = {
    end: async ({ sessionId }: { sessionId: string }) => {
      if (this.isDown) throw new CallFailed('residents', 'UNAVAILABLE', 'down', true);
      this.sessions.push({ sessionId, endedAt: at(this.sessions.length) });
      return {};
    },
    listEnded: async ({ since }: { since?: Date }) => {
      if (this.isDown) throw new CallFailed('residents', 'UNAVAILABLE', 'down', true);
      this.asked.push(since);
      return { sessions: this.sessions.filter(({ endedAt }) => !since || endedAt >= since) };
    },
  } as unknown as EndedSessions;
}

const log = createLog('gateway', 'silent');
let kept: SharedEnds;
let learnt: string[];
let copy: EndedElsewhere;
beforeEach(() => {
  kept = new SharedEnds();
  learnt = [];
  copy = endedElsewhere(kept.port, (session) => learnt.push(session), log);
});

test('a poll fetches what other processes ended, the first poll everything', async () => {
  const other = endedElsewhere(kept.port, () => undefined, log);
  await other.tell('s-1');
  await copy.look();
  expect([learnt, kept.asked]).toEqual([['s-1'], [undefined]]);
  await other.tell('s-2');
  await copy.look();
  expect(learnt).toContain('s-2');
});

test('later polls begin ten seconds before the last sign-out seen', async () => {
  kept.sessions.push({ sessionId: 's-1', endedAt: at(0) }, { sessionId: 's-2', endedAt: at(50) });
  await copy.look();
  await copy.look();
  expect(kept.asked).toEqual([undefined, at(40)]);
  expect(learnt).toEqual(['s-1', 's-2', 's-2']);
});

test('a sign-out that cannot be shared takes effect here, and is shared with a later poll', async () => {
  kept.isDown = true;
  await copy.tell('s-1');
  await expect(copy.look()).rejects.toThrow('down');
  kept.isDown = false;
  await copy.look();
  await copy.look();
  expect(kept.sessions.map(({ sessionId }) => sessionId)).toEqual(['s-1']);
});

test('a refused poll changes nothing', async () => {
  const refusing = { ...kept.port, listEnded: async () => refuse('stopping', 'Try another copy.') };
  await endedElsewhere(refusing, (session) => learnt.push(session), log).look();
  expect(learnt).toEqual([]);
});

test('a session ended at one process is refused by every other, and other sessions are not', async () => {
  const told: string[] = [];
  const here = siteOf();
  const there = siteOf({ news: { ended: async (session) => void told.push(session) } });
  const [near, far] = [await openGateway({ rest: here }), await openGateway({ rest: there })];
  try {
    const browser = new Browser(near.url);
    const cookies: string[] = [];
    for (const sub of ['resident-1', 'resident-2']) {
      await here.sessions.begin(
        { headers: {} } as never,
        { cookie: (_: string, value: string) => void cookies.push(value) } as never,
        {
          sub,
          role: 'resident',
        },
      );
    }
    const status = async (cookie = '') => {
      browser.cookies.set('lianban', cookie);
      return (await browser.send('/auth/session')).status;
    };
    expect([await status(cookies[0]), await status(cookies[1])]).toEqual([200, 200]);
    const elsewhere = new Browser(far.url);
    elsewhere.cookies.set('lianban', cookies[0] ?? '');
    await elsewhere.post('/auth/sign-out');
    expect(told).toHaveLength(1);
    here.sessions.hasEnded(told[0] ?? '');
    expect([await status(cookies[0]), await status(cookies[1])]).toEqual([401, 200]);
  } finally {
    await Promise.all([near.close(), far.close()]);
  }
});
