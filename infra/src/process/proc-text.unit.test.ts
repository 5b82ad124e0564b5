import { clientsOf, listeningInodes, residentBytes, ticksFromStat } from './proc-text';

const stat = (name: string) =>
  `4711 (${name}) S 1 4711 4711 0 -1 4194304 9000 0 3 0 250 50 7 9 20 0 11 0 123456 1000000 5000 18446744073709551615`;

describe('ticksFromStat', () => {
  test('adds user and system time, without those of ended children', () => {
    expect(ticksFromStat(stat('node'))).toBe(300);
  });

  test('counts fields after a name with spaces and brackets', () => {
    expect(ticksFromStat(stat('a) b (c'))).toBe(300);
  });

  test('refuses the text of another file', () => {
    expect(() => ticksFromStat('nothing')).toThrow('proc(5)');
  });
});

describe('residentBytes', () => {
  test('reads VmRSS', () => {
    expect(residentBytes('Name:\tnode\nVmPeak:\t  99 kB\nVmRSS:\t   2048 kB\nThreads:\t11\n')).toBe(2_097_152);
  });

  test('a zombie has no memory', () => {
    expect(residentBytes('Name:\tnode\nState:\tZ (zombie)\n')).toBe(0);
  });
});

describe('listeningInodes', () => {
  const table = [
    '  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode',
    '   0: 0100007F:23E8 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 111 1 0 100 0 0 10 0',
    '   1: 0100007F:23E8 0100007F:8000 01 00000000:00000000 00:00000000 00000000     0        0 222 1 0 20 4 30 10 -1',
    '   2: 0100007F:8000 0100007F:23E8 01 00000000:00000000 00:00000000 00000000     0        0 333 1 0 20 4 30 10 -1',
    '   3: 00000000000000000000000000000000:0050 0:0000 0A 0:0 00:0 0 0 0 444 1 0 100 0 0 10 0',
  ].join('\n');

  test('finds the listener and not the connections', () => {
    expect(listeningInodes(table, 9192)).toEqual(['111']);
  });

  test('pads low ports', () => {
    expect(listeningInodes(table, 80)).toEqual(['444']);
    expect(listeningInodes(table, 81)).toEqual([]);
  });
});

const connections = `  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 0100007F:2328 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 1 1 0000000000000000
   1: 0100007F:2328 0100007F:8001 01 00000000:00000000 00:00000000 00000000     0        0 2 1 0000000000000000
   2: 0100007F:8001 0100007F:2328 01 00000000:00000000 00:00000000 00000000     0        0 3 1 0000000000000000
   3: 0100007F:2328 0100007F:8002 08 00000000:00000000 00:00000000 00000000     0        0 4 1 0000000000000000
`;

test('a client’s connection is counted once; listeners, and connections the client has closed, are not', () => {
  expect(clientsOf(connections, 0x2328)).toBe(1);
  expect(clientsOf(connections, 0x2329)).toBe(0);
});
