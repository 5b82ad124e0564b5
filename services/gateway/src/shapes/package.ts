import type { applications } from '@lianban/protos';
import { z } from 'zod';
import { named } from './components';
import { text, textView, unlessEmpty, unlessNone } from './words';

const field = named(
  'FormField',
  z.object({
    name: z.string(),
    label: text,
    type: z.string().describe('boolean, integer, number, string, choice or object'),
    required: z.boolean(),
    choices: z.array(z.string()).optional(),
    minimum: z.number().optional(),
    maximum: z.number().optional(),
    maxLength: z.number().optional(),
  }),
);

const item = named(
  'Item',
  z
    .object({
      code: z.string(),
      name: text,
      department: z.string(),
      materials: z.array(z.object({ code: z.string(), name: text, grade: z.string() })),
      statutoryDays: z.number().describe('Statutory limit 法定时限, working days'),
      promisedDays: z.number().describe('Promised limit 承诺时限, working days'),
      feeCents: z.number(),
      decidedBy: z.string().describe('rule or officer'),
    })
    .describe('An item 事项 of a department'),
);

export const packageShape = named(
  'Package',
  z
    .object({
      code: z.string(),
      version: z.number(),
      name: text,
      description: text,
      form: z.array(field),
      steps: z.array(
        z.object({
          id: z.string(),
          item,
          needs: z.array(z.string()).describe('Steps whose outcome this one waits for'),
          when: z.string().optional().describe('FEEL condition over answers and earlier outcomes'),
          onRefusal: z.string(),
          limitDays: z.number(),
        }),
      ),
    })
    .describe('A package 一件事: a graph of steps over items'),
);
export const packageList = named('PackageList', z.object({ packages: z.array(packageShape) }));

export type PackageView = z.output<typeof packageShape>;

const fieldView = (of: applications.v1.Field): z.output<typeof field> => ({
  name: of.name,
  label: textView(of.label),
  type: of.type,
  required: of.required,
  choices: unlessNone(of.choices),
  minimum: of.hasMinimum ? of.minimum : undefined,
  maximum: of.hasMaximum ? of.maximum : undefined,
  maxLength: of.maxLength || undefined,
});

const itemView = (of: applications.v1.Item | undefined): z.output<typeof item> => ({
  code: of?.code ?? '',
  name: textView(of?.name),
  department: of?.department ?? '',
  materials: (of?.materials ?? []).map((m) => ({ code: m.code, name: textView(m.name), grade: m.grade })),
  statutoryDays: of?.statutoryDays ?? 0,
  promisedDays: of?.promisedDays ?? 0,
  feeCents: of?.feeCents ?? 0,
  decidedBy: of?.decidedBy ?? '',
});

export const packageView = (of: applications.v1.Package): PackageView => ({
  code: of.code,
  version: of.version,
  name: textView(of.name),
  description: textView(of.description),
  form: of.form.map(fieldView),
  steps: of.steps.map((step) => ({
    id: step.id,
    item: itemView(step.item),
    needs: step.needs,
    when: unlessEmpty(step.when),
    onRefusal: step.onRefusal,
    limitDays: step.limitDays,
  })),
});
