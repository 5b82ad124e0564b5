import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { freePorts } from '@lianban/infra';
import { InVain, waitFor } from '../../src/wait-for';

/** A service of a copied checkout, as a process. */
interface Started {
  readonly name: string;
  readonly child: ChildProcess;
  readonly health: number;
}

/** Some services of a copied checkout, which know each other's addresses. Each listens on a free port. */
export class CopiedServices {
  private readonly started: Started[] = [];

  private constructor(
    private readonly copy: string,
    private readonly env: Readonly<Record<string, string>>,
    private readonly ports: ReadonlyMap<string, readonly [port: number, health: number]>,
  ) {}

  /** @param folders of the services, from the copy's root  @param env of all of them */
  static async start(
    copy: string,
    folders: readonly string[],
    env: Readonly<Record<string, string>>,
    envOf: (name: string, urlOf: (name: string) => string) => Readonly<Record<string, string>>,
  ): Promise<CopiedServices> {
    const free = await freePorts(2 * folders.length);
    const named = folders.map((folder, at) => [nameOf(folder), [free[2 * at]!, free[2 * at + 1]!]] as const);
    const services = new CopiedServices(copy, env, new Map(named));
    for (const folder of folders)
      services.begin(
        folder,
        envOf(nameOf(folder), (name) => services.urlOf(name)),
      );
    try {
      for (const each of services.started) await services.isReady(each);
    } catch (error) {
      await services.stop();
      throw error;
    }
    return services;
  }

  urlOf(name: string): string {
    return `http://127.0.0.1:${this.ports.get(name)![0]}`;
  }

  /** SIGTERM to all. @returns how each ended */
  async stop(): Promise<Record<string, unknown>> {
    const ends = this.started.map(async ({ name, child }) => {
      if (child.exitCode === null && child.signalCode === null) {
        child.kill('SIGTERM');
        await once(child, 'exit');
      }
      return [name, child.exitCode ?? child.signalCode] as const;
    });
    return Object.fromEntries(await Promise.all(ends));
  }

  private begin(folder: string, own: Readonly<Record<string, string>>): void {
    const name = nameOf(folder);
    const [port, health] = this.ports.get(name)!;
    const addresses = [...this.ports].map(([peer, [at]]) => `${peer}=127.0.0.1:${at}`);
    const child = spawn(process.execPath, [join(this.copy, folder, 'dist', 'main.js')], {
      cwd: this.copy,
      env: {
        PATH: process.env['PATH'],
        ...this.env,
        GRPC_PORT: String(port),
        HTTP_PORT: String(port),
        HEALTH_PORT: String(health),
        SERVICE_ADDRESSES: addresses.join(','),
        ...own,
      },
      stdio: 'inherit',
    });
    this.started.push({ name, child, health });
  }

  private async isReady({ name, child, health }: Started): Promise<void> {
    await waitFor(`${name} is ready`, async () => {
      if (child.exitCode !== null) throw new InVain(`${name} ended with ${child.exitCode}`);
      const { ok } = await fetch(`http://127.0.0.1:${health}/healthz/ready`);
      return ok || undefined;
    });
  }
}

const nameOf = (folder: string): string => folder.split('/').at(-1)!;
