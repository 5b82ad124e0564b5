/** Where progress is shown: stderr, so that stdout holds the answer alone. */
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
 * How far long work has come: a bar for a person, who sees it move; for a log a line at the beginning, every five seconds
 * and at the end. Nothing is said of work there is none of.
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
