/** User and system time of a process in clock ticks, from the text of /proc/PID/stat. Its threads are included. */
export function ticksFromStat(stat: string): number {
  // The command's name may itself hold spaces and brackets, so fields are counted from its last bracket.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const ticks = Number(fields[11]) + Number(fields[12]);
  if (!Number.isSafeInteger(ticks)) throw new Error('/proc/PID/stat is not as proc(5) describes it');
  return ticks;
}

/** Memory held in RAM, in bytes, from the text of /proc/PID/status; 0 for a process that is over but not yet reaped. */
export function residentBytes(status: string): number {
  const [, kilobytes] = /^VmRSS:\s+(\d+) kB$/m.exec(status) ?? [];
  return Number(kilobytes ?? 0) * 1024;
}

/** Inodes of the sockets listening on `port`, from the text of /proc/net/tcp or /proc/net/tcp6. */
export function listeningInodes(table: string, port: number): string[] {
  const listen = '0A';
  const wanted = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  return table
    .split('\n')
    .slice(1)
    .map((line) => line.trim().split(/\s+/))
    .filter(([, local = '', , state]) => state === listen && local.endsWith(wanted))
    .flatMap((fields) => fields[9] ?? []);
}
