import { parentPort, workerData } from 'node:worker_threads';
import { drawSheet } from './draw-sheet';
import type { FontFile } from './font';
import type { Answer } from './printer';
import type { Sheet } from './sheet';

/** The program of the thread that draws: a sheet comes, its PDF goes back under the same number. */
parentPort?.on('message', ({ id, sheet }: { readonly id: number; readonly sheet: Sheet }) => {
  void drawSheet(sheet, workerData as FontFile).then(
    (drawn) => parentPort?.postMessage({ id, drawn } satisfies Answer),
    (error: unknown) => parentPort?.postMessage({ id, wrong: String(error) } satisfies Answer),
  );
});
