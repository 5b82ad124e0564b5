const established = '01';

/**
 * How many connections to a port are open at both ends, from the text of /proc/PID/net/tcp. They are their clients' to close:
 * one that only we keep open is in another state, and not counted.
 */
export function clientsOf(port: number, table: string): number {
  const local = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  return table.split('\n').filter((line) => {
    const [, here = '', , state] = line.trim().split(/\s+/);
    return here.endsWith(local) && state === established;
  }).length;
}
