import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { folders } from '../folders';
import { ServerProcesses } from '../stack/breakable-servers';
import { freeBase } from '../stack/ports';
import type { RunningStack } from '../stack/stack';
import { CitySecrets, OPERATOR } from './city-secrets';
import { type SecurePlace, brokerReady, databaseReady, secureProcesses } from './secure-stack';

/** A secure stack for one test run. Its addresses are the operator's, with the password. */
export interface SecureStack extends RunningStack {
  readonly place: SecurePlace;
}

/** Starts it on free ports, in a folder that is removed however the run ends. */
export async function secureThrowAwayStack(
  services: readonly string[],
  say: (line: string) => void = () => undefined,
): Promise<SecureStack> {
  const folder = join(folders.local, `test-${process.pid}-${randomBytes(3).toString('hex')}`);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const base = await freeBase([0, 1, 2]);
  const ports = { kafka: base, controller: base + 1, mongo: base + 2 };
  const secrets = new CitySecrets(join(folder, 'secrets'));
  const place = { secrets, ports, data: folder, services };
  const { kafka, mongo } = await secureProcesses(place, { logs: folder, shortLived: true, say });
  const servers = new ServerProcesses(folder);
  const started = [
    servers.add(kafka, ports.kafka, (stillComing) => brokerReady(place, stillComing)),
    servers.add(mongo, ports.mongo, (stillComing) => databaseReady(place, stillComing)),
  ];
  try {
    await Promise.all(started.map((server) => server.start()));
  } catch (error) {
    await servers.stop();
    throw error;
  }
  return {
    kafkaBrokers: `127.0.0.1:${ports.kafka}`,
    mongoUrl: secrets.mongoUrl(OPERATOR, ports.mongo).text,
    place,
    stop: () => servers.stop(),
  };
}
