import { fatalTo } from './fatal';
import { createLog } from '@lianban/telemetry';

test('a bug is told in the log, without what it quotes of a person, and ends the process', () => {
  const lines: string[] = [];
  const codes: number[] = [];
  const log = createLog('test', 'info', { write: (line) => lines.push(line) });
  fatalTo(log, (code) => codes.push(code))(new Error('no such resident: 11010519491231002X'));
  expect(codes).toEqual([1]);
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0]!)).toMatchObject({ level: 'fatal', err: { message: 'no such resident: [id]' } });
});
