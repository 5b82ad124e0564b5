import { type Fault, faults } from './catalogue';
import { type Subject, openSubject, strikeUnderLoad } from './under-load';
import { verdict } from './verdict';

const asked = (process.env['LIANBAN_FAULTS'] ?? '').split(/[ ,]+/).filter(Boolean);
const known = new Set(faults.map(({ id }) => id));
const unknown = asked.filter((id) => !known.has(id));
if (unknown.length > 0) throw new Error(`no such fault: ${unknown.join(', ')}; there are ${[...known].join(', ')}`);
const chosen = faults.filter(({ id }) => asked.length === 0 || asked.includes(id));

const results: string[] = [];
let subject: Subject;
beforeAll(async () => {
  subject = await openSubject('fault');
});
afterAll(async () => {
  process.stdout.write(`${['fault | taken | unanswered | submissions taken again after', ...results].join('\n')}\n`);
  await subject?.stop();
});

test.each<[string, Fault]>(chosen.map((fault) => [`${fault.id} ${fault.name}`, fault]))('%s', async (name, fault) => {
  const { ledger, city } = subject;
  const before = { taken: ledger.taken.size, unknown: ledger.unknown.size };
  const { healedMs } = await strikeUnderLoad(subject, fault, 25);
  expect(await verdict(city, ledger)).toEqual([]);
  const counts = [ledger.taken.size - before.taken, ledger.unknown.size - before.unknown];
  results.push([name, ...counts, `${(healedMs / 1000).toFixed(1)} s`].join(' | '));
});
