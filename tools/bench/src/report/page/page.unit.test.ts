import { lineChart } from './line-chart';
import { page } from './page';
import { figure, text, ticks } from './svg';

test('a scale has at most five even steps and holds the highest value', () => {
  expect(ticks(480)).toEqual([0, 200, 400, 600]);
  expect(ticks(1_000)).toEqual([0, 500, 1_000]);
  expect(ticks(0.7)).toEqual([0, 0.2, 0.4, 0.6, 0.8]);
  expect(ticks(0)).toEqual([0, 1]);
});

test('numbers have significant digits only, and HTML is escaped', () => {
  expect([1_234.5, 0.8123, 12.345].map(figure)).toEqual(['1,235', '0.812', '12.3']);
  expect(text('p99 < "1 s" & more')).toBe('p99 &lt; &quot;1 s&quot; &amp; more');
});

test('a missing number interrupts the line', () => {
  const points = [
    [0, 1],
    [1, null],
    [2, 3],
  ] as const;
  const drawn = lineChart({ title: 't', x: 'x', y: 'y', series: [{ name: 'p99', points }] });
  expect(drawn.match(/<circle/g)).toHaveLength(2);
  expect(/<path d="([^"]*)"/.exec(drawn)![1]!.match(/M/g)).toHaveLength(2);
});

const telemetry = {
  modes: [{ name: 'off', throughput: 480, cpuMs: 3.6, cpuChange: null, p50: 40, p99: null, kilobytes: 0 }],
};

test('the page shows the stored results, and loads nothing else', () => {
  const kept = { format: 1, at: '2026-03-02T09:00:00.000Z', result: telemetry };
  const html = page({ bench: undefined, growth: undefined, telemetry: kept });
  expect(html).toContain('measured 2026-03-02 09:00 UTC');
  expect(html).toContain('<td>off</td><td>480</td><td>3.6</td><td>–</td><td>40</td><td>–</td><td>0</td>');
  expect(html).not.toMatch(/src=|href=|url\(|<script|@import/);
});
