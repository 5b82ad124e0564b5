import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const settle = `require(${JSON.stringify(join(__dirname, 'tune-gc.ts'))}).tuneGc();`;

/** What a process of its own prints, with the heap a service has. */
const printed = (script: string, ...flags: string[]): string =>
  execFileSync(process.execPath, [
    ...['--no-warnings', '--max-semi-space-size=8', '--max-old-space-size=256', ...flags],
    ...['-e', script],
  ]).toString();

test('what is no longer needed is given back at once', () => {
  const script = `
    let used = Array.from({ length: 400_000 }, (_, i) => ({ i, text: String(i) }));
    used = undefined;
    const before = process.memoryUsage().heapTotal;
    ${settle}
    const given = (before - process.memoryUsage().heapTotal) / 1e6;
    process.stdout.write(JSON.stringify({ given, gc: typeof gc }));`;
  const { given, gc } = JSON.parse(printed(script)) as { given: number; gc: string };
  expect(given).toBeGreaterThan(15);
  expect(gc).toBe('undefined');
});

test('a service at work is collected as a whole less than half as often', () => {
  // Forty megabytes in use; what is added lives long enough to be moved out of the young generation, and then goes.
  const work = (settled: boolean) => `
    const kept = Array.from({ length: 400_000 }, (_, i) => ({ i, text: 'case ' + i }));
    ${settled ? settle : ''}
    process.stdout.write('work begins');
    const underWay = [];
    for (let i = 0; i < 6_000_000; i++) underWay[i % 100_000] = { i, more: { of: [i] } };
    process.stdout.write(String(kept.length));`;
  const wholeCollections = (settled: boolean) =>
    printed(work(settled), '--trace-gc').split('work begins')[1]!.split('Mark-Compact').length - 1;
  const [asItComes, settled] = [wholeCollections(false), wholeCollections(true)];
  expect(asItComes).toBeGreaterThan(2 * settled);
});
