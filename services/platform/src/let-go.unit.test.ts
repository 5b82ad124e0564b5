import { letGoOfTheStart } from './let-go';

const heapMegabytes = () => process.memoryUsage().heapTotal / 1e6;

test('what is no longer needed is given back at once', () => {
  const used = () => Array.from({ length: 400_000 }, (_, i) => ({ i, text: `${i}` }));
  expect(used()).toHaveLength(400_000);
  const before = heapMegabytes();
  letGoOfTheStart();
  expect(heapMegabytes()).toBeLessThan(before - 15);
  expect(globalThis).not.toHaveProperty('gc');
});
