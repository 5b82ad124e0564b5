import type { TelemetryCost } from '../../telemetry/telemetry';
import { figure, text } from './svg';

export function telemetryPart({ modes }: TelemetryCost): string {
  const shown = (value: number | null) => (value === null ? '–' : figure(value));
  const head = ['traces kept', 'applications/s', 'CPU ms each', 'CPU beside off', 'p50 ms', 'p99 ms', 'kB sent each'];
  const rows = modes.map(({ name, throughput, cpuMs, cpuChange, p50, p99, kilobytes }) => [
    text(name),
    ...[throughput, cpuMs].map(shown),
    cpuChange === null ? '–' : `${cpuChange > 0 ? '+' : ''}${figure(cpuChange)} %`,
    ...[p50, p99, kilobytes].map(shown),
  ]);
  const cells = (tag: string, row: readonly string[]) => row.map((cell) => `<${tag}>${cell}</${tag}>`).join('');
  return `<div class="scroll"><table><tr>${cells('th', head)}</tr>${rows.map((row) => `<tr>${cells('td', row)}</tr>`).join('')}</table></div>`;
}
