import { join } from 'node:path';
import { folders } from '../folders';
import { isRunning, type ProcessIdentity } from '../process/identity';
import type { StackPorts } from '../stack/ports';
import type { Addresses, StackSource } from '../stack/stack';
import { readJson, runFiles, type ProcessRecord } from '../supervisor/plan';

/** The stack that scripts/start used, stored so that later commands use the same one. */
export interface StackState extends Addresses {
  readonly source: StackSource;
  readonly why: string;
  readonly ports: StackPorts;
  /** The address of the container engine, when that is the source. */
  readonly engineAt?: string;
  /** TLS, signed in and with access lists everywhere. */
  readonly secure?: true;
}

/** The ports of the running services. */
export interface ServicesState {
  readonly basePort: number;
}

export const servicesFile = join(folders.run, 'services.json');
export const stackFile = join(folders.run, 'stack.json');
/** Stored with the data: the engine that has the volumes, also after the containers were removed. */
export const volumesFile = join(folders.data, 'containers.json');

const files = runFiles();

/** The running supervisor of this checkout, if there is one. */
export function runningSupervisor(): ProcessIdentity | undefined {
  const identity = readJson<ProcessIdentity>(files.supervisor);
  return identity && isRunning(identity) ? identity : undefined;
}

/** The processes that the last supervisor started and has not stopped. */
export function processRecords(): ProcessRecord[] {
  return readJson<ProcessRecord[]>(files.processes) ?? [];
}

/** The names of those that run now. */
export function runningProcesses(): Map<string, ProcessIdentity> {
  return new Map(
    processRecords().flatMap(({ name, identity }) => (identity && isRunning(identity) ? [[name, identity]] : [])),
  );
}
