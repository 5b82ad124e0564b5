import { tooLate } from './bounds';
import { faults } from './catalogue';
import { whyNoSmallDisk } from './disk-faults';
import type { Fault, Place } from './fault';
import { type Subject, openSubject } from './place';
import { strikeUnderLoad } from './under-load';
import { verdict } from './verdict';

const asked = (process.env['LIANBAN_FAULTS'] ?? '').split(/[ ,]+/).filter(Boolean);
const known = new Set(faults.map(({ id }) => id));
const unknown = asked.filter((id) => !known.has(id));
if (unknown.length > 0) throw new Error(`no such fault: ${unknown.join(', ')}; there are ${[...known].join(', ')}`);
const words = process.env['LIANBAN_FAULT_WORDS'] ?? '';
const chosen = faults.filter(
  ({ id, name }) => (asked.length === 0 || asked.includes(id)) && name.toLowerCase().includes(words.toLowerCase()),
);

const whyNot: Partial<Record<Place, string | undefined>> = { 'small disk': whyNoSmallDisk() };
// At once, so that a run that is ended early has said what it saw.
const say = (...cells: readonly unknown[]) => process.stderr.write(`| ${cells.join(' | ')} |\n`);
beforeAll(() => say('fault', 'taken', 'not answered', 'taken again after', 'all ended after'));

const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;

describe.each([...new Set(chosen.map(({ at }) => at))])('%s', (place) => {
  let subject: Subject;
  beforeAll(async () => {
    if (!whyNot[place]) subject = await openSubject('fault', place);
  });
  afterAll(() => subject?.stop());

  const here = chosen.filter(({ at }) => at === place);
  const why = whyNot[place];
  const named = here.map((fault): [string, Fault] => [
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
