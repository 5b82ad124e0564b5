/** Progress goes to stderr, so that stdout holds only the result. */
export interface Terminal {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

export interface Progress {
  readonly at: (done: number) => void;
  readonly end: () => void;
}

const barWidth = 30;
const redrawMs = 100;
const tellAgainMs = 5_000;

/**
 * Reports the progress of long work: a bar on a terminal; in a log a line at the start, every five seconds and at the end.
 * Reports nothing when there is no work.
 */
export function progress(what: string, total: number, to: Terminal = process.stderr): Progress {
  const every = to.isTTY ? redrawMs : tellAgainMs;
  let shown = -Infinity;
  let done = 0;
  const show = () => {
    shown = Date.now();
    const share = Math.min(1, done / total);
    const counts = `${done} of ${total}`;
    const filled = Math.round(share * barWidth);
    const bar = '█'.repeat(filled) + '░'.repeat(barWidth - filled);
    to.write(to.isTTY ? `\r\u001b[2K${what} ${bar} ${Math.floor(share * 100)} %, ${counts}` : `${what}: ${counts}\n`);
  };
  const isNothing = total === 0;
  if (!isNothing) show();
  return {
    at(now) {
      done = now;
      if (Date.now() - shown >= every) show();
    },
    end() {
      if (isNothing) return;
      show();
      if (to.isTTY) to.write('\n');
    },
  };
}
