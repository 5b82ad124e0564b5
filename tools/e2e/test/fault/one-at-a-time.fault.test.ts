import { tooLate } from './bounds';
import { faults } from './catalogue';
import { whyNoSmallDisk } from './disk-faults';
import type { InjectedFault, FaultSite } from './fault';
import { type FaultSubject, openSubject } from './subject';
import { whyNoSlowDisk } from './slow-disk';
import { injectUnderLoad } from './under-load';
import { verdict } from './verdict';

const whyNot: Partial<Record<FaultSite, string | undefined>> = {
  'small disk': whyNoSmallDisk(),
  'slow disk': whyNoSlowDisk(),
};
// Prints each result at once, so that an interrupted run has printed what it measured.
const say = (...cells: readonly unknown[]) => process.stderr.write(`| ${cells.join(' | ')} |\n`);
beforeAll(() => say('fault', 'accepted', 'not answered', 'recovered after', 'all ended after'));

const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;

describe.each([...new Set(faults.map(({ at }) => at))])('%s', (site) => {
  let subject: FaultSubject;
  beforeAll(async () => {
    if (!whyNot[site]) subject = await openSubject('fault', site);
  });
  afterAll(() => subject?.stop());

  const here = faults.filter(({ at }) => at === site);
  const why = whyNot[site];
  const named = here.map((fault): [string, InjectedFault] => [
    `${fault.id} ${fault.name}${why ? ` (not here: ${why})` : ''}`,
    fault,
  ]);
  (why ? test.skip : test).each(named)('%s', async (name, fault) => {
    const { ledger } = subject;
    const before = { accepted: ledger.accepted.size, unknown: ledger.unknown.size };
    const { healedMs, endedMs } = await injectUnderLoad(subject, fault, 25);
    const counts = [ledger.accepted.size - before.accepted, ledger.unknown.size - before.unknown];
    const wrong = [...tooLate({ healedMs, endedMs }), ...(await verdict(subject.city, ledger))];
    expect(wrong).toEqual([]);
    say(name, ...counts, seconds(healedMs), seconds(endedMs));
  });
});
