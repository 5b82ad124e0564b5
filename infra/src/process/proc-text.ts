/**
 * The fields of /proc/PID/stat from the third, the state, on. The command's name before it may contain spaces and
 * brackets, so fields are counted from the last bracket.
 */
export const statFields = (stat: string): string[] => stat.slice(stat.lastIndexOf(')') + 2).split(' ');

/** User and system time of a process in clock ticks, from the text of /proc/PID/stat. Its threads are included. */
export function ticksFromStat(stat: string): number {
  const fields = statFields(stat);
  const ticks = Number(fields[11]) + Number(fields[12]);
  if (!Number.isSafeInteger(ticks)) throw new Error('/proc/PID/stat is not as proc(5) describes it');
  return ticks;
}

/** Resident memory in bytes, from the text of /proc/PID/status; 0 for a zombie. */
export function residentBytes(status: string): number {
  const [, kilobytes] = /^VmRSS:\s+(\d+) kB$/m.exec(status) ?? [];
  return Number(kilobytes ?? 0) * 1024;
}

/** Rows of /proc/net/tcp or /proc/net/tcp6 with this local port and state. */
function socketsAt(table: string, port: number, wanted: string): string[][] {
  const end = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  return table
    .split('\n')
    .slice(1)
    .map((line) => line.trim().split(/\s+/))
    .filter(([, local = '', , state]) => state === wanted && local.endsWith(end));
}

/** Inodes of the sockets listening on `port`, from the text of /proc/net/tcp or /proc/net/tcp6. */
export const listeningInodes = (table: string, port: number): string[] =>
  socketsAt(table, port, '0A').flatMap((fields) => fields[9] ?? []);

/**
 * The number of established connections to `port`, from the text of /proc/net/tcp. Connections that the client has closed and
 * the service has not are in another state, and not counted.
 */
export const clientsOf = (table: string, port: number): number => socketsAt(table, port, '01').length;
