import { readFileSync, readdirSync, readlinkSync } from 'node:fs';
import { listeningInodes } from '@lianban/infra';

const readable = <T>(read: () => T, otherwise: T): T => {
  try {
    return read();
  } catch {
    return otherwise;
  }
};

/** Every process there is now. */
export const processes = (): number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number);

const commandOf = (pid: number): string => readable(() => readFileSync(`/proc/${pid}/comm`, 'utf8').trim(), '');

function holds(pid: number, sockets: ReadonlySet<string>): boolean {
  const folder = `/proc/${pid}/fd`;
  return readable(() => readdirSync(folder), []).some((name) =>
    sockets.has(readable(() => readlinkSync(`${folder}/${name}`), '')),
  );
}

/**
 * The process called `command` that serves `port`. A server in a container hides behind a forwarder; then it is the
 * one process of that name that was not there `before`.
 */
export function serverProcess(port: number, command: string, before: ReadonlySet<number>): number | undefined {
  const tables = ['/proc/net/tcp', '/proc/net/tcp6'].map((file) => readable(() => readFileSync(file, 'utf8'), ''));
  const sockets = new Set(tables.flatMap((table) => listeningInodes(table, port)).map((inode) => `socket:[${inode}]`));
  const named = processes().filter((pid) => commandOf(pid) === command);
  const [listener] = named.filter((pid) => holds(pid, sockets));
  const appeared = named.filter((pid) => !before.has(pid));
  return listener ?? (appeared.length === 1 ? appeared[0] : undefined);
}
