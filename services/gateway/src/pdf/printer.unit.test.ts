import { join } from 'node:path';
import { createLog } from '@lianban/telemetry';
import { findFont } from './font';
import { threadPrinter } from './printer';
import type { Sheet } from './sheet';

const program = join(__dirname, '../../test/obedient-thread.js');
const sheet = (title: string): Sheet => ({
  ...{ language: 'en', organ: '', title, number: '', addressee: '', parts: [], signature: [], notes: [] },
});
const open = () => {
  const lines: string[] = [];
  const log = createLog('gateway', 'warn', { write: (line) => void lines.push(line) });
  return { printer: threadPrinter({ path: 'font' }, log, program), lines };
};

test('what the thread drew is answered, and the characters its font lacks are logged by their numbers', async () => {
  const { printer, lines } = open();
  expect(String(await printer.print(sheet('draw')))).toBe('%PDF');
  expect(lines.join()).toContain('20bb7');
});

test('a sheet that cannot be drawn fails alone', async () => {
  const { printer } = open();
  const [bad, good] = await Promise.allSettled([printer.print(sheet('fail')), printer.print(sheet('draw'))]);
  expect([bad.status, good.status]).toEqual(['rejected', 'fulfilled']);
});

test('when the thread dies, whoever waits is told, and the next sheet has a new thread', async () => {
  const { printer } = open();
  const [lost, dead] = await Promise.allSettled([printer.print(sheet('wait for ever')), printer.print(sheet('die'))]);
  expect([lost.status, dead.status]).toEqual(['rejected', 'rejected']);
  expect(String(await printer.print(sheet('draw')))).toBe('%PDF');
});

test('more than can be drawn in a few seconds is refused at once, and the places are free again afterwards', async () => {
  const { printer } = open();
  const all = Array.from({ length: 40 }, () => printer.print(sheet('draw')));
  const refused = (await Promise.allSettled(all)).filter(({ status }) => status === 'rejected');
  expect(refused).toHaveLength(8);
  expect(refused).toEqual(
    refused.map(() => expect.objectContaining({ reason: expect.objectContaining({ slug: 'overloaded' }) as unknown })),
  );
  await expect(printer.print(sheet('draw'))).resolves.toBeDefined();
});

test.each([
  ['/fonts/a.ttf', { path: '/fonts/a.ttf' }],
  ['/fonts/a.ttc#Face', { path: '/fonts/a.ttc', face: 'Face' }],
  ['/fonts/a.ttc', { path: '/fonts/a.ttc', face: 'NotoSansCJKsc-Regular' }],
])('the setting %s names a font', (setting, font) => {
  expect(findFont(setting, () => true)).toEqual(font);
});

test('a font that is not there is none, and without a setting the usual places are looked at', () => {
  expect(findFont('/fonts/a.ttf', () => false)).toBeUndefined();
  expect(findFont(undefined, () => false)).toBeUndefined();
  expect(findFont(undefined, (path) => path.startsWith('/usr'))?.path).toBe(
    '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc',
  );
});
