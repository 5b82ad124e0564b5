import type { FormField } from '@lianban/rest-client';
import { readAnswer } from './answer';
import { shown, typedAgain } from './shown';

const field = (more: Partial<FormField>): FormField => ({
  name: 'f',
  label: { zh: '问题', en: 'Question' },
  type: 'string',
  required: false,
  choices: [],
  ...more,
});
const money = field({ type: 'integer', format: 'cents', minimum: 0, maximum: 100_000_00 });
const day = field({ format: 'date' });
const area = field({ type: 'number', minimum: 1, maximum: 100 });
const choice = field({ type: 'choice', choices: [{ code: 'other', label: { zh: '其他', en: 'Other' } }] });

test.each([
  [money, '8000', 800_000],
  [money, '8,000.50', 800_050],
  [money, '￥ ８０００ 元', 800_000],
  [money, '2万', 2_000_000],
  [money, '0.29', 29],
  [day, '2026-01-31', '2026-01-31'],
  [day, '2026年1月31日', '2026-01-31'],
  [day, '2026/1/31', '2026-01-31'],
  [day, '20260131', '2026-01-31'],
  [area, '24', 24],
  [area, '２４．５', 24.5],
  [field({ type: 'boolean' }), 'no', false],
  [choice, 'other', 'other'],
  [field({}), '  买买提·艾力  ', '买买提·艾力'],
  [field({}), '   ', undefined],
  [field({}), ['a', 'b'], undefined],
] as const)('%# reads %j', (of, typed, value) => expect(readAnswer(of, typed)).toEqual({ value }));

test.each([
  [{ ...money, required: true }, '', '请填写：问题'],
  [{ ...choice, required: true }, '', '请选择：问题'],
  [money, '八千', '数字'],
  [money, '1.234', '两位小数'],
  [money, '-1', '不能少于 0 元'],
  [money, '100001', '不能超过 100,000 元'],
  [money, '99999999999999', '不能超过 100,000 元'],
  [money, '999999999999999999999', '不能超过 100,000 元'],
  [{ ...day, latest: 'today' }, '2099-01-31', '不能晚于今天'],
  [{ ...day, latest: '2026-01-31' }, '2026-02-01', '不能晚于 2026-01-31'],
  [{ ...day, earliest: '1950-01-01' }, '1949-12-31', '不能早于 1950-01-01'],
  [area, '99999999999999999', '不能大于 100'],
  [day, '2026-02-30', '真有这一天'],
  [day, '去年', '真有这一天'],
  [area, '0.5', '不能小于 1'],
  [area, '1e3', '请写数字'],
  [field({ type: 'integer' }), '1.5', '整数'],
  [field({ type: 'boolean' }), 'maybe', '选一个'],
  [choice, 'elsewhere', '选一个'],
  [field({ maxLength: 3 }), '四个字啊', '最多 3 个字'],
] as const)('%# refuses %j', (of, typed, told) => {
  expect(readAnswer(of, typed)).toEqual({ problem: expect.objectContaining({ zh: expect.stringContaining(told) }) });
});

test.each([
  [money, 800_050, '¥8,000.50', '8000.5'],
  [field({ type: 'boolean' }), false, '否', 'no'],
  [choice, 'other', '其他', 'other'],
  [day, '2026-01-31', '2026-01-31', '2026-01-31'],
  [area, undefined, '未填写', ''],
] as const)('%# an answer is shown to people, and typed again as it was', (of, value, zh, typed) => {
  expect(shown(of, value).zh).toBe(zh);
  expect(typedAgain(of, value)).toBe(typed);
});
