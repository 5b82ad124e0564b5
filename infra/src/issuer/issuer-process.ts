import { dirname, join } from 'node:path';
import { checkout } from '../folders';
import { answersAt } from '../process/answers';
import type { ProcessSpec } from '../process/launch';
import { departmentsOf, issuerAddress, originOf, type ServicePorts } from '../services/service-ports';
import { stampOf } from '../services/stamp';

const program = join(checkout, 'infra', 'dist', 'issuer', 'main.js');

/** Changes with every build. */
export const issuerStamp = (): string => stampOf([dirname(program)]);

/** The identity provider as a supervised process; undefined without a gateway. */
export function issuerProcess(
  services: readonly ServicePorts[],
  logFile: string,
): (ProcessSpec & { readonly env: Record<string, string> }) | undefined {
  const [site, address] = [originOf(services), issuerAddress(services)];
  if (site === undefined || address === undefined) return undefined;
  return {
    name: 'issuer',
    command: process.execPath,
    args: ['--max-old-space-size=128', program],
    env: {
      ISSUER_PORT: new URL(address).port,
      ISSUER_SITE: site,
      ISSUER_DEPARTMENTS: departmentsOf(services).join(','),
    },
    cwd: checkout,
    logFile,
  };
}

/** @throws Problem when it does not answer within 20 s */
export async function issuerReady(services: readonly ServicePorts[], logFile: string): Promise<void> {
  const address = issuerAddress(services);
  if (address === undefined) return;
  await answersAt(
    `${address}/.well-known/openid-configuration`,
    `the local identity provider does not answer at ${address}: see ${logFile}`,
  );
}
