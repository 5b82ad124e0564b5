import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Frame, type Layer, layerOf } from './layers';

/** The used part of a `--cpu-prof` file; times in microseconds of the machine's monotonic clock. */
export interface CpuProfile {
  readonly startTime: number;
  readonly nodes: readonly { readonly id: number; readonly callFrame: Frame }[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

/** A time range of the monotonic clock, microseconds. */
export interface TimeRange {
  readonly from: number;
  readonly to: number;
}

/** The monotonic clock of the profiles, microseconds. */
export const monotonicMicroseconds = (): number => Number(process.hrtime.bigint() / 1000n);

/** @returns each layer's share of the busy time within the range; the sum is 1 */
export function sharesWithin(profile: CpuProfile, { from, to }: TimeRange): Map<Layer, number> {
  const layerById = new Map(profile.nodes.map(({ id, callFrame }) => [id, layerOf(callFrame)]));
  const spent = new Map<Layer, number>();
  let busy = 0;
  let at = profile.startTime;
  profile.samples.forEach((id, i) => {
    const microseconds = profile.timeDeltas[i] ?? 0;
    at += microseconds;
    const layer = layerById.get(id);
    if (layer === undefined || at < from || at > to) return;
    busy += microseconds;
    spent.set(layer, (spent.get(layer) ?? 0) + microseconds);
  });
  return new Map([...spent].map(([layer, microseconds]) => [layer, microseconds / busy]));
}

/** The profiles in a folder, by the service whose main file was run. */
export function profilesIn(folder: string): Map<string, CpuProfile> {
  const found = new Map<string, CpuProfile>();
  for (const file of readdirSync(folder)) {
    if (!file.endsWith('.cpuprofile')) continue;
    const profile = JSON.parse(readFileSync(join(folder, file), 'utf8')) as CpuProfile;
    for (const { callFrame } of profile.nodes) {
      const service = /services\/(?:departments\/)?([a-z-]+)\/dist\/main\.js$/.exec(callFrame.url)?.[1];
      if (service) found.set(service, profile);
    }
  }
  return found;
}
