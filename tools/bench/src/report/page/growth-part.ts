import type { Growth } from '../../growth/growth';
import { lineChart } from './line-chart';
import { figure } from './svg';

/** Throughput and latency by number of finished applications, relative to the neighbouring empty city. */
export function growthPart({ sizes }: Growth): string {
  const names = ['none', ...sizes.map(({ finished }) => figure(finished))];
  const shares = (read: (size: Growth['sizes'][number]) => number | null) => [
    [0, 100] as const,
    ...sizes.map((size, n) => {
      const change = read(size);
      return [n + 1, change === null ? null : 100 + change] as const;
    }),
  ];
  return `<div class="charts">${[
    lineChart({
      title: 'Throughput, p99 and CPU beside an empty city’s',
      x: 'finished applications in the databases',
      y: '% of the empty city’s',
      names,
      series: [
        { name: 'throughput', points: shares(({ throughputChange }) => throughputChange) },
        { name: 'p99', points: shares(({ p99Change }) => p99Change) },
        { name: 'CPU each', points: shares(({ cpuChange }) => cpuChange) },
      ],
      level: { y: 115, name: '+ 15 %' },
    }),
    lineChart({
      title: 'What they take in MongoDB',
      x: 'finished applications in the databases',
      y: 'MB',
      names,
      series: [
        { name: 'documents', points: [[0, 0], ...sizes.map(({ megabytes }, n) => [n + 1, megabytes] as const)] },
        { name: 'on disk', points: [[0, 0], ...sizes.map(({ diskMegabytes }, n) => [n + 1, diskMegabytes] as const)] },
      ],
    }),
  ].join('')}</div>`;
}
