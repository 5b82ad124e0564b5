import { z } from 'zod';
import { days, text } from './values';

/** Who of the city's people may look for a purpose; services look for what their department's items share. */
export type Looker = 'officer' | 'supervisor' | 'operator';

/** By what right: the duty to handle what somebody asked for, or because they ask for it in person. */
type LookBasis = 'duty' | 'request';

interface LookPurpose {
  readonly words: { readonly zh: string; readonly en: string };
  readonly basis: LookBasis;
  readonly by: readonly Looker[];
  /** The officer says that it is this one; of the others the act itself is the purpose. */
  readonly isChosen?: true;
}

const desk = ['officer', 'supervisor'] as const;

/** Every purpose for which a person's data is shown to somebody who works for the city: for no other one anything is. */
export const purposes = {
  'case-handling': {
    words: { zh: '办理您的办件', en: 'Working on your application' },
    basis: 'duty',
    by: desk,
  },
  'whole-application': {
    words: { zh: '查看整个办件的进度', en: 'Looking at the whole application' },
    basis: 'duty',
    by: desk,
  },
  'counter-intake': {
    words: { zh: '在窗口为您办理', en: 'Helping you at a counter' },
    basis: 'request',
    by: desk,
  },
  'mandate-confirmation': {
    words: { zh: '在窗口确认代办委托', en: 'Confirming a permission to act at a counter' },
    basis: 'request',
    by: desk,
  },
  'take-over': {
    words: { zh: '代部门答复停滞的环节', en: 'Answering a step that hangs in place of its department' },
    basis: 'duty',
    by: ['operator'],
  },
  'check-identity': {
    words: { zh: '核对身份', en: 'Checking your identity' },
    basis: 'duty',
    by: desk,
    isChosen: true,
  },
  'fill-in-certificate': {
    words: { zh: '填写证照', en: 'Filling in a certificate' },
    basis: 'duty',
    by: desk,
    isChosen: true,
  },
  'check-with-other-system': {
    words: { zh: '与其他系统核对', en: 'Checking against another system' },
    basis: 'duty',
    by: desk,
    isChosen: true,
  },
} as const satisfies Readonly<Record<string, LookPurpose>>;

export type PurposeCode = keyof typeof purposes;

export const purposeOf = (code: string): LookPurpose | undefined =>
  Object.hasOwn(purposes, code) ? purposes[code as PurposeCode] : undefined;

const codes = Object.keys(purposes) as readonly PurposeCode[];

/** Those an officer chooses among, where data is shown that handling the case alone does not call for. */
export const chosenPurposes = codes.filter((code) => purposeOf(code)?.isChosen);

/** Days after its end in which a case can still be looked at, from a day on, and where the number comes from. */
const afterEnd = z.strictObject({ from: z.iso.date(), days, source: text });

/** What officers of a department may look at a person's data for, and how long after a case has ended. */
export const looks = z.strictObject({
  purposes: z.array(z.enum(chosenPurposes)),
  afterEnd: z.array(afterEnd).min(1),
});
export type Looks = z.infer<typeof looks>;

/** Of a file that says nothing of it, as those of before it was said. */
export const usualLooks: Looks = {
  purposes: [...chosenPurposes],
  afterEnd: [
    {
      from: '2026-01-01',
      days: 184,
      source: {
        zh: '《行政诉讼法》第四十六条：自知道作出行政行为之日起六个月内可以起诉',
        en: 'Administrative Litigation Law art. 46: a decision can be taken to court for six months',
      },
    },
  ],
};

const dayMs = 24 * 60 * 60 * 1000;

/** Until when a case that ended at this moment can be looked at, by the entry in force then; the first one also counts for before. */
export function lookableUntil({ afterEnd: entries }: Looks, endedAt: Date): Date {
  const sorted = entries.toSorted((one, other) => (one.from < other.from ? -1 : 1));
  const day = endedAt.toISOString().slice(0, 10);
  const { days: most } = sorted.findLast(({ from }) => from <= day) ?? sorted[0]!;
  return new Date(endedAt.getTime() + most * dayMs);
}
