import { forgetOldFindings, keptFindings } from './kept-findings';

const stored = new Map<string, string>();
beforeEach(() => {
  stored.clear();
  const localStorage = new Proxy(
    {
      getItem: (name: string) => stored.get(name) ?? null,
      setItem: (name: string, value: string) => void stored.set(name, value),
      removeItem: (name: string) => void stored.delete(name),
    },
    {
      ownKeys: () => [...stored.keys()],
      getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
    },
  );
  Object.assign(globalThis, { window: { localStorage } });
});
afterEach(() => void Reflect.deleteProperty(globalThis, 'window'));

const first = new Date('2026-03-02T01:00:00Z');
const later = (days: number) => () => new Date(first.getTime() + days * 86_400_000);
const values = { findings: { eating: 3 } };

test('what was typed is found again by the same officer for the same case, until it is sent', () => {
  keptFindings('o-1', 'A-1/x', () => first).save(values);
  expect(keptFindings('o-1', 'A-1/x', later(2)).find()?.values).toEqual(values);
  expect(keptFindings('o-2', 'A-1/x', later(2)).find()).toBeUndefined();
  expect(keptFindings('o-1', 'A-2/x', later(2)).find()).toBeUndefined();
  keptFindings('o-1', 'A-1/x', () => first).forget();
  expect(stored.size).toBe(0);
});

test('after three days it is gone from the device, of whichever officer and case', () => {
  keptFindings('o-1', 'A-1/x', () => first).save(values);
  keptFindings('o-2', 'A-2/x', later(2)).save(values);
  forgetOldFindings(later(3)());
  expect([...stored.keys()]).toEqual(['desk.findings.o-2.A-2/x']);
});

test('what is not readable is nothing', () => {
  stored.set('desk.findings.o-1.A-1/x', '{broken');
  expect(keptFindings('o-1', 'A-1/x', () => first).find()).toBeUndefined();
});
