import { clientsOf } from './clients';

const table = `  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 0100007F:2328 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 1 1 0000000000000000
   1: 0100007F:2328 0100007F:8001 01 00000000:00000000 00:00000000 00000000     0        0 2 1 0000000000000000
   2: 0100007F:8001 0100007F:2328 01 00000000:00000000 00:00000000 00000000     0        0 3 1 0000000000000000
   3: 0100007F:2328 0100007F:8002 08 00000000:00000000 00:00000000 00000000     0        0 4 1 0000000000000000
`;

test('a client’s connection is counted once; who listens, and what only the service keeps open, is not', () => {
  expect(clientsOf(0x2328, table)).toBe(1);
  expect(clientsOf(0x2329, table)).toBe(0);
});
