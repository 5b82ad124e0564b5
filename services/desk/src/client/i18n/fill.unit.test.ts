import { en } from './en';
import { fill } from './fill';
import { zh } from './zh';

const gapsOf = (sentence: string) => [...sentence.matchAll(/\{\w+\}/g)].map(String).toSorted();

test('placeholders are filled, one without a value stays visible', () => {
  expect(fill('剩 {count} 个工作日', { count: 3 })).toBe('剩 3 个工作日');
  expect(fill('{a} {b}', { a: 1 })).toBe('1 {b}');
});

test.each(Object.keys(zh) as (keyof typeof zh)[])(
  '“%s” has the same gaps in both languages, and words in each',
  (key) => {
    expect(gapsOf(en[key])).toEqual(gapsOf(zh[key]));
    expect(en[key].trim()).not.toBe('');
  },
);
