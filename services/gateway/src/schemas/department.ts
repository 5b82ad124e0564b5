import type { applications } from '@lianban/protos';
import { z } from 'zod';
import { named } from './components';
import { text, textView } from './common';

const word = z.object({
  code: z.string(),
  label: text,
  unit: text.optional().describe('What a number of it counts'),
});

const department = named(
  'Department',
  z
    .object({
      code: z.string(),
      name: text,
      complaints: text.describe('Where to complain about it'),
      words: z.array(word).describe('Every code it gives of its own: reasons, facts, values of facts'),
    })
    .describe('A department 部门 of the catalogue'),
);
export const departmentList = named('DepartmentList', z.object({ departments: z.array(department) }));

export const departmentView = (of: applications.v1.Department): z.output<typeof department> => ({
  code: of.code,
  name: textView(of.name),
  complaints: textView(of.complaints),
  words: of.words.map(({ code, label, unit }) => ({ code, label: textView(label), unit: unit && textView(unit) })),
});
