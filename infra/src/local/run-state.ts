import { join } from 'node:path';
import { folders } from '../folders';
import { isRunning, type ProcessIdentity } from '../process/identity';
import type { StackPorts } from '../stack/ports';
import type { Addresses, StackSource } from '../stack/stack';
import { readJson, runFiles, type ProcessRecord } from '../supervisor/plan';

/** The stack scripts/start took, kept so that later commands mean the same one. */
export interface StackState extends Addresses {
  readonly source: StackSource;
  readonly why: string;
  readonly ports: StackPorts;
  /** Of the container engine, when that is the source. */
  readonly engineAt?: string;
}

/** Where the services of the running stack listen. */
export interface ServicesState {
  readonly basePort: number;
}

export const servicesFile = join(folders.run, 'services.json');
export const stackFile = join(folders.run, 'stack.json');
/** Lies with the data: says which engine holds the volumes, long after the containers were removed. */
export const volumesFile = join(folders.data, 'containers.json');

const files = runFiles();

/** The supervisor of this checkout, if it runs. */
export function runningSupervisor(): ProcessIdentity | undefined {
  const identity = readJson<ProcessIdentity>(files.supervisor);
  return identity && isRunning(identity) ? identity : undefined;
}

/** Everything the last supervisor started and has not stopped. */
export function processRecords(): ProcessRecord[] {
  return readJson<ProcessRecord[]>(files.processes) ?? [];
}

/** Those of them that run at this moment, by name. */
export function runningProcesses(): Map<string, ProcessIdentity> {
  return new Map(
    processRecords().flatMap(({ name, identity }) => (identity && isRunning(identity) ? [[name, identity]] : [])),
  );
}
