import { CallFailed } from '@lianban/grpc';
import { createLog } from '@lianban/telemetry';
import { refuse } from '@lianban/model';
import { Browser } from '../../test/browser';
import { openGateway } from '../../test/test-gateway';
import { siteOf } from '../../test/site';
import { type EndedElsewhere, type EndedSessions, endedElsewhere } from './ended';

const at = (second: number) => new Date(Date.UTC(2026, 2, 2, 1, 0, second));

/** What all copies share, in memory. */
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

test('what another copy ended is learnt at the next look, and the first look learns everything', async () => {
  const other = endedElsewhere(kept.port, () => undefined, log);
  await other.tell('s-1');
  await copy.look();
  expect([learnt, kept.asked]).toEqual([['s-1'], [undefined]]);
  await other.tell('s-2');
  await copy.look();
  expect(learnt).toContain('s-2');
});

test('later looks begin ten seconds before what was seen last, and not anew', async () => {
  kept.sessions.push({ sessionId: 's-1', endedAt: at(0) }, { sessionId: 's-2', endedAt: at(50) });
  await copy.look();
  await copy.look();
  expect(kept.asked).toEqual([undefined, at(40)]);
  expect(learnt).toEqual(['s-1', 's-2', 's-2']);
});

test('a sign-out that cannot be told now stands all the same, and is told with a later look', async () => {
  kept.isDown = true;
  await copy.tell('s-1');
  await expect(copy.look()).rejects.toThrow('down');
  kept.isDown = false;
  await copy.look();
  await copy.look();
  expect(kept.sessions.map(({ sessionId }) => sessionId)).toEqual(['s-1']);
});

test('an answer that is a refusal is nothing learnt', async () => {
  const refusing = { ...kept.port, listEnded: async () => refuse('stopping', 'Try another copy.') };
  await endedElsewhere(refusing, (session) => learnt.push(session), log).look();
  expect(learnt).toEqual([]);
});

test('a session ended elsewhere is over here, whoever brings its cookie, and others are not', async () => {
  const told: string[] = [];
  const here = siteOf();
  const there = siteOf({ tellEnded: async (session) => void told.push(session) });
  const [door, far] = [await openGateway({ rest: here }), await openGateway({ rest: there })];
  try {
    const browser = new Browser(door.url);
    const cookies: string[] = [];
    for (const sub of ['resident-1', 'resident-2']) {
      await here.sessions.begin({ cookie: (_: string, value: string) => void cookies.push(value) } as never, {
        sub,
        role: 'resident',
      });
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
    await Promise.all([door.close(), far.close()]);
  }
});
