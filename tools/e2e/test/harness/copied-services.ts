import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { basename, join } from 'node:path';
import { freePorts } from '@lianban/infra';
import { withPrefixOf } from '@lianban/settings';
import { NeverReached, waitFor } from '../../src/wait-for';

type Environment = Readonly<Record<string, string>>;

export interface CopiedServices {
  urlOf(name: string): string;
  /** SIGTERM. @returns how the process ended */
  stop(): Promise<number | NodeJS.Signals | null>;
}

/**
 * Starts some services of a checkout's copy in one process. They know each other's addresses.
 * @param folders of the services, from the copy's root  @param env settings of all of them
 */
export async function startCopied(
  copy: string,
  folders: readonly string[],
  env: Environment,
  envOf: (name: string, urlOf: CopiedServices['urlOf']) => Environment,
): Promise<CopiedServices> {
  const names = folders.map((folder) => basename(folder));
  const [health = 0, ...free] = await freePorts(2 * names.length + 1);
  const ports = new Map(names.map((name, at) => [name, { own: free[2 * at]!, health: free[2 * at + 1]! }]));
  const urlOf = (name: string) => `http://127.0.0.1:${ports.get(name)!.own}`;
  const ownOf = (name: string): Environment => {
    const { own, health } = ports.get(name)!;
    const listening = { GRPC_PORT: String(own), HTTP_PORT: String(own), HEALTH_PORT: String(health) };
    return withPrefixOf(name, { ...listening, ...envOf(name, urlOf) });
  };
  const child = spawn(
    process.execPath,
    [
      join(copy, 'packages', 'runtime', 'dist', 'host.js'),
      ...folders.map((folder) => join(copy, folder, 'dist', 'main.js')),
    ],
    {
      cwd: copy,
      env: {
        PATH: process.env['PATH'],
        ...env,
        SERVICE_ADDRESSES: [...ports].map(([name, { own }]) => `${name}=127.0.0.1:${own}`).join(','),
        HOST__HEALTH_PORT: String(health),
        ...Object.assign({}, ...names.map(ownOf)),
      },
      stdio: 'inherit',
    },
  );
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGTERM');
      await once(child, 'exit');
    }
    return child.exitCode ?? child.signalCode;
  };
  try {
    await waitFor('the services are ready', async () => {
      if (child.exitCode !== null) throw new NeverReached(`they ended with ${child.exitCode}`);
      return (await fetch(`http://127.0.0.1:${health}/healthz/ready`)).ok || undefined;
    });
  } catch (error) {
    await stop();
    throw error;
  }
  return { urlOf, stop };
}
