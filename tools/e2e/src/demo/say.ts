import type { ShownApplication } from './client';

/** Prints a line of the demonstration. */
export const say = (line = ''): void => void process.stdout.write(`${line}\n`);

export const heading = (text: string): void => say(`\n━━ ${text}`);

/** City time in the time zone of Zhengzhou. */
const cityTime = (iso: string): string =>
  new Date(new Date(iso).getTime() + 8 * 3_600_000).toISOString().slice(5, 16).replace('T', ' ');

/** Prints new entries of an application's timeline, each once. */
export class TimelinePrinter {
  private printed = 0;

  show({ timeline, status }: ShownApplication): void {
    for (const { at, step = '', department = '', what, detail = '', until } of timeline.slice(this.printed)) {
      const who = department ? `${department} · ${step}` : 'application';
      say(
        `   ${cityTime(at)}  ${who.padEnd(36)} ${what}${detail ? `: ${detail}` : ''}${until ? ` (until ${cityTime(until)})` : ''}`,
      );
    }
    if (timeline.length > this.printed) say(`                  → ${status}`);
    this.printed = timeline.length;
  }
}

/** Prints the decisions of the departments, one line a step. */
export function showDecisions({ applicationNumber, status, steps }: ShownApplication): void {
  say(`\n   ${applicationNumber} ends ${status}:`);
  for (const { id, department, status: end, reason = '', facts = {} } of steps) {
    const shown = Object.entries(facts).map(([name, value]) => `${name} ${String(value)}`);
    say(
      `     ${department.padEnd(18)} ${id.padEnd(18)} ${end.padEnd(11)} ${[reason, ...shown].filter(Boolean).join(', ')}`,
    );
  }
}
