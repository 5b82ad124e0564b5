import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { metricTable } from '@lianban/telemetry';

const checkout = join(__dirname, '..');
const text = (path: string) => readFileSync(join(checkout, path), 'utf8');

test('the example for integrators is the program that runs, word for word', () => {
  const [, ...program] = text('examples/consume-permits.ts').split('\n');
  expect(text('docs/integrators.md')).toContain(`\`\`\`ts\n${program.join('\n')}\`\`\`\n`);
});

test('every metric an operator is told to watch exists', () => {
  const known = new Set(Object.values(metricTable).map(({ name }): string => name));
  const named = text('docs/operations.md').match(/lianban\.[a-z_.]+/g) ?? [];
  expect(named.filter((name) => !known.has(name))).toEqual([]);
});
