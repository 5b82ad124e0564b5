import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Frame, type Layer, layerOf } from './layers';

/** What `--cpu-prof` writes, as far as it is read here; times in microseconds of the machine's monotonic clock. */
export interface CpuProfile {
  readonly startTime: number;
  readonly nodes: readonly { readonly id: number; readonly callFrame: Frame }[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

/** A stretch of the monotonic clock, microseconds. */
export interface TimeRange {
  readonly from: number;
  readonly to: number;
}

/** The monotonic clock the profiles are dated by, microseconds. */
export const monotonicMicroseconds = (): number => Number(process.hrtime.bigint() / 1000n);

/** @returns the share of the busy time within the stretch that each layer took, and of which the sum is 1 */
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

/** The profiles in a folder by the service that wrote each: the one whose main file was run. */
export function profilesIn(folder: string): Map<string, CpuProfile> {
  const found = new Map<string, CpuProfile>();
  for (const file of readdirSync(folder)) {
    if (!file.endsWith('.cpuprofile')) continue;
    const profile = JSON.parse(readFileSync(join(folder, file), 'utf8')) as CpuProfile;
    for (const { callFrame } of profile.nodes) {
      const service = /services\/([a-z-]+)\/dist\/main\.js$/.exec(callFrame.url)?.[1];
      if (service) found.set(service, profile);
    }
  }
  return found;
}
