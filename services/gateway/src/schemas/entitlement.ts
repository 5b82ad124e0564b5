import { entitlements } from '@lianban/protos';
import { z } from 'zod';
import { code, iso, moment, unlessEmpty } from './common';
import { named } from './components';

export const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'must be a month, YYYY-MM');
const cause = z.string().describe('Why, as a code');

const entitlement = z
  .object({
    department: z.string(),
    benefit: z.string().describe('By the code of its item'),
    applicationNumber: z.string(),
    step: z.string(),
    version: z.number(),
    household: z.literal(true).optional().describe('It is the household’s'),
    payee: z.string().describe('Who is paid'),
    district: z.string(),
    period: z.enum(['month', 'quarter', 'year']),
    from: z.string().describe('The first month that is paid for'),
    until: z.string().optional().describe('The last one, where it is known'),
    status: z.string().describe('coming, drawn, suspended or stopped'),
    amounts: z.array(
      z.object({
        from: z.string(),
        amountCents: z.number().optional().describe('Absent where this city does not count it'),
        cause: cause.optional(),
      }),
    ),
    suspensions: z.array(z.object({ from: z.string(), to: z.string().optional(), cause, arrears: z.boolean() })),
    stop: z.object({ from: z.string(), cause }).optional(),
    overpaid: z.array(z.object({ month: z.string(), amountCents: z.number() })),
    lookBy: z.string().optional().describe('The day by which it is looked at again'),
    asked: z
      .object({
        act: z.string(),
        from: z.string(),
        cause,
        arrears: z.boolean(),
        officer: z.string(),
        askedAt: moment.optional(),
      })
      .optional()
      .describe('For officers: what waits for a second person'),
  })
  .describe('A benefit that recurs 待遇');

export const entitlementShape = named('Entitlement', entitlement);
export const grantedEntitlement = named(
  'GrantedEntitlement',
  z.object({ entitlement: entitlementShape.optional().describe('Absent where the case granted nothing that recurs') }),
);
export const drawnList = named(
  'DrawnList',
  z.object({
    entitlements: z.array(entitlementShape),
    unavailable: z.array(z.string()).describe('Departments that did not answer: look again later'),
  }),
);
export const dueList = named(
  'DueEntitlements',
  z.object({ entitlements: z.array(entitlementShape), nextCursor: z.string().optional() }),
);
export const entitlementActBody = named(
  'EntitlementAct',
  z.strictObject({
    act: z
      .enum(['confirm', 'suspend', 'stop', 'resume', 'approve', 'refuse'])
      .describe('What another officer asked for is approved, by a supervisor, or refused'),
    from: month.optional().describe('The first month it counts for; of suspend, stop and resume'),
    cause: code.optional(),
    arrears: z.boolean().default(false).describe('Of resume: the months between are paid after all'),
  }),
);

const { Period, HolderKind } = entitlements.v1;

export function entitlementView(of: entitlements.v1.Entitlement): z.output<typeof entitlement> {
  const { department = '', benefit = '', caseId = '', holderKind, payeeId = '' } = of.ref ?? {};
  const [applicationNumber = '', step = ''] = caseId.split('/');
  return {
    ...{ department, benefit, applicationNumber, step, version: of.version, payee: payeeId, district: of.district },
    ...(holderKind === HolderKind.HOUSEHOLD && { household: true as const }),
    period: of.period === Period.YEAR ? 'year' : of.period === Period.QUARTER ? 'quarter' : 'month',
    from: of.from,
    until: unlessEmpty(of.until),
    status: of.status,
    amounts: of.sums.map((sum) => ({ from: sum.from, amountCents: sum.amountFen, cause: unlessEmpty(sum.cause) })),
    suspensions: of.suspensions.map((each) => ({ ...each, to: unlessEmpty(each.to) })),
    stop: of.stop,
    overpaid: of.overpaid.map(({ month: each, amountFen }) => ({ month: each, amountCents: amountFen })),
    lookBy: unlessEmpty(of.lookBy),
    asked: of.asked && { ...of.asked, askedAt: iso(of.asked.askedAt) },
  };
}
