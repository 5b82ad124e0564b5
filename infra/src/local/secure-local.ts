import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkout, folders } from '../folders';
import { CitySecrets } from '../secure/city-secrets';
import { callerSettings, operatorSettings, secureSettings } from '../secure/secure-environment';
import type { SecurePlace } from '../secure/secure-stack';
import { cityServices } from '../services/city-services';
import type { ServicePorts } from '../services/service-ports';
import type { StackPorts } from '../stack/ports';
import type { StackState } from './run-state';

type Settings = Record<string, string>;

/** Certificates and passwords of this checkout's secure city. */
export const secureFolder = join(folders.local, 'secure');
/** The settings of the operators' programs, for a shell. */
export const operatorFile = join(secureFolder, 'operator.env');

export const localSecrets = (): CitySecrets => new CitySecrets(secureFolder);

/** The services with topics and a database. */
export const storingServices = (): string[] =>
  cityServices()
    .filter(({ kind }) => kind !== 'edge')
    .map(({ name }) => name);

/** The servers of this checkout's secure city; their data lies beside that of the plain one. */
export const localPlace = (ports: StackPorts): SecurePlace => ({
  secrets: localSecrets(),
  ports,
  data: join(folders.data, 'secure'),
  services: storingServices(),
});

/** What a service needs to be let in; nothing in a plain city. */
export const ownSettings = ({ secure, ports }: StackState, { name }: ServicePorts): Settings =>
  secure ? secureSettings(localPlace(ports), name) : {};

/** The settings of whoever looks after the city; nothing in a plain one. */
export const operatorOf = ({ secure, ports }: StackState): Settings =>
  secure ? operatorSettings(localPlace(ports)) : {};

/** The same with the certificate of another caller, such as the register of residents. */
export const operatorAs = (state: StackState, caller: string): Settings =>
  state.secure ? { ...operatorOf(state), ...callerSettings(localSecrets(), caller) } : {};

/** Writes the operator's settings where a shell can read them; returns the command that does. */
export function keepOperatorSettings(state: StackState, common: Settings): string {
  const lines = Object.entries({ ...common, ...operatorOf(state) }).map(([name, value]) => `${name}='${value}'\n`);
  writeFileSync(operatorFile, lines.join(''), { mode: 0o600 });
  return `set -a; . ${operatorFile.slice(checkout.length + 1)}; set +a`;
}
