import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Log } from '@lianban/telemetry';
import { Places } from '../http/in-flight';
import { Problem } from '../http/problem';
import type { Drawn } from './draw-sheet';
import type { FontFile } from './font';
import type { Sheet } from './sheet';

/** Makes PDFs of sheets. */
export interface Printer {
  /** @throws Problem 503 without a font, or when too many wait */
  print(sheet: Sheet): Promise<Buffer>;
}

/** A sheet takes a tenth of a second of a processor: so many wait at most. */
const mostWaiting = 32;

export type Answer = { readonly id: number } & ({ readonly drawn: Drawn } | { readonly wrong: string });

/** Draws in a thread of its own, begun with the first sheet: a font of 20 MB is read for each, and requests must not wait for that. */
export function threadPrinter(
  font: FontFile | undefined,
  log: Log,
  program = join(__dirname, 'draw-thread.js'),
): Printer {
  const places = new Places(mostWaiting);
  const waiting = new Map<number, { done(drawn: Drawn): void; failed(error: Error): void }>();
  let thread: Worker | undefined;
  let last = 0;

  const ended = (of: Worker, error: Error) => {
    if (thread === of) thread = undefined;
    for (const { failed } of waiting.values()) failed(error);
    waiting.clear();
  };
  const running = (): Worker => {
    if (thread) return thread;
    const begun = new Worker(program, { workerData: font });
    begun.on('message', (answer: Answer) => {
      const asked = waiting.get(answer.id);
      waiting.delete(answer.id);
      if ('drawn' in answer) asked?.done(answer.drawn);
      else asked?.failed(new Error(answer.wrong));
    });
    begun.on('error', (error) => ended(begun, error instanceof Error ? error : new Error(String(error))));
    begun.on('exit', () => ended(begun, new Error('the thread that draws PDFs has ended')));
    // A process that stops does not wait for it.
    begun.unref();
    return (thread = begun);
  };

  return {
    async print(sheet) {
      if (!font) throw withoutFont();
      const leave = places.take();
      try {
        const { pdf, missing } = await new Promise<Drawn>((done, failed) => {
          waiting.set(++last, { done, failed });
          running().postMessage({ id: last, sheet });
        });
        if (missing.length > 0)
          log.warn(
            { codePoints: missing.map((each) => each.codePointAt(0)!.toString(16)) },
            'the font lacks characters',
          );
        return Buffer.from(pdf);
      } finally {
        leave();
      }
    },
  };
}

export const withoutFont = (): Problem =>
  new Problem(
    503,
    'font-missing',
    'No PDF can be made here, because no font with Chinese characters is installed: print the page from the browser instead. Operators: install fonts-noto-cjk, or name a font in PDF_FONT.',
  );
