import { isAskedFor } from './asked-for';

const when = (field: string, value: string, unless = false) => ({ askedWhen: { field, value, unless } });

test.each([
  [{}, {}, true],
  [when('wants', 'true'), { wants: true }, true],
  [when('wants', 'true'), { wants: false }, false],
  [when('wants', 'true'), {}, false],
  [when('wants', 'true'), { wants: null }, false],
  [when('reason', 'never-worked', true), { reason: 'resigned' }, true],
  [when('reason', 'never-worked', true), { reason: 'never-worked' }, false],
  [when('reason', 'never-worked', true), {}, false],
] as const)('%# whether a question is one hangs on the other answer', (field, answers, is) => {
  expect(isAskedFor(field, answers)).toBe(is);
});
