import { tooLate } from './bounds';
import { faults } from './catalogue';
import { whyNoSmallDisk } from './disk-faults';
import type { InjectedFault, FaultSite } from './fault';
import { type FaultSubject, openSubject } from './place';
import { whyNoSlowDisk } from './slow-disk';
import { strikeUnderLoad } from './under-load';
import { verdict } from './verdict';

const whyNot: Partial<Record<FaultSite, string | undefined>> = {
  'small disk': whyNoSmallDisk(),
  'slow disk': whyNoSlowDisk(),
};
// Prints each result at once, so that an interrupted run has printed what it measured.
const say = (...cells: readonly unknown[]) => process.stderr.write(`| ${cells.join(' | ')} |\n`);
beforeAll(() => say('fault', 'taken', 'not answered', 'taken again after', 'all ended after'));

const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;

describe.each([...new Set(faults.map(({ at }) => at))])('%s', (place) => {
  let subject: FaultSubject;
  beforeAll(async () => {
    if (!whyNot[place]) subject = await openSubject('fault', place);
  });
  afterAll(() => subject?.stop());

  const here = faults.filter(({ at }) => at === place);
  const why = whyNot[place];
  const named = here.map((fault): [string, InjectedFault] => [
    `${fault.id} ${fault.name}${why ? ` (not here: ${why})` : ''}`,
    fault,
  ]);
  (why ? test.skip : test).each(named)('%s', async (name, fault) => {
    const { ledger } = subject;
    const before = { taken: ledger.taken.size, unknown: ledger.unknown.size };
    const { healedMs, endedMs } = await strikeUnderLoad(subject, fault, 25);
    const counts = [ledger.taken.size - before.taken, ledger.unknown.size - before.unknown];
    const wrong = [...tooLate({ healedMs, endedMs }), ...(await verdict(subject.city, ledger))];
    expect(wrong).toEqual([]);
    say(name, ...counts, seconds(healedMs), seconds(endedMs));
  });
});
