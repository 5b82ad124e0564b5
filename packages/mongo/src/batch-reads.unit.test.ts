import { batchReads } from './batch-reads';

const squares = () => {
  const asked: (readonly string[])[] = [];
  const get = batchReads(async (keys) => {
    asked.push(keys);
    return new Map(keys.filter((key) => key !== 'none').map((key) => [key, Number(key) ** 2]));
  });
  return { asked, get };
};

test('what is asked for at the same time is looked up at once, each key once', async () => {
  const { asked, get } = squares();
  expect(await Promise.all([get('1'), get('2'), get('2'), get('none')])).toEqual([1, 4, 4, undefined]);
  expect(asked).toEqual([['1', '2', 'none']]);
});

test('what is asked for later is looked up anew', async () => {
  const { asked, get } = squares();
  await get('1');
  await get('1');
  expect(asked).toEqual([['1'], ['1']]);
});

test('a failure reaches everybody who asked, and nobody after them', async () => {
  let fails = true;
  const get = batchReads(async (keys) => {
    if (fails) throw new Error('away');
    return new Map(keys.map((key) => [key, key]));
  });
  const both = await Promise.allSettled([get('a'), get('b')]);
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  fails = false;
  expect(await get('a')).toBe('a');
});
