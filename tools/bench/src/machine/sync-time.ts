import { closeSync, fdatasyncSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { median } from '../stats/percentile';

const rounds = 100;

/** Milliseconds of one small durable write to `file`, a temporary file: the lower bound for every commit. */
export function syncMilliseconds(file: string): number {
  mkdirSync(dirname(file), { recursive: true });
  const handle = openSync(file, 'w');
  try {
    const times = Array.from({ length: rounds }, () => {
      const before = performance.now();
      writeSync(handle, Buffer.alloc(4096));
      fdatasyncSync(handle);
      return performance.now() - before;
    });
    return median(times)!;
  } finally {
    closeSync(handle);
    rmSync(file);
  }
}
