import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const checkout = join(__dirname, '..');
const text = (path: string) => readFileSync(join(checkout, path), 'utf8');

test('the example for integrators is the program that runs, word for word', () => {
  const [, ...program] = text('examples/consume-permits.ts').split('\n');
  expect(text('docs/integrators.md')).toContain(`\`\`\`ts\n${program.join('\n')}\`\`\`\n`);
});

test('every metric an operator is told to watch exists', () => {
  const known = new Set(text('packages/telemetry/src/metric-table.ts').match(/lianban\.[a-z_.]+/g));
  const named = text('docs/operations.md').match(/lianban\.[a-z_.]+/g) ?? [];
  expect(named.filter((name) => !known.has(name))).toEqual([]);
});
