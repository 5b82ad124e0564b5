import { isRefusal } from '@lianban/model';
import { payments as contract } from '@lianban/protos';
import { z } from 'zod';
import { type OnBehalfOf, mustCover } from '../http/on-behalf-of';
import { route } from '../http/route';
import { named } from '../schemas/components';
import { flag, wholeNumber } from '../schemas/query';
import type { ClientOf } from '../ports';

const words = z.object({ zh: z.string(), en: z.string() });
const refund = z.object({
  number: z.string(),
  amountCents: z.int(),
  reason: z.string().describe('undone, paid-twice or paid-late'),
  status: z.string().describe('approved, sent, succeeded, abnormal or closed'),
});
const receipt = z.object({ code: z.string(), number: z.string(), amountCents: z.int(), issuedAt: z.iso.datetime() });
const charge = named(
  'Charge',
  z.object({
    applicationNumber: z.string(),
    step: z.string(),
    package: z.string(),
    number: z.string(),
    status: z.string().describe('free, raised, paid, part-refunded, refunded, cancelled or expired'),
    name: words,
    amountCents: z.int(),
    law: words,
    raisedAt: z.iso.datetime(),
    payUntil: z.iso.datetime(),
    paidAt: z.iso.datetime().optional(),
    underWay: z.boolean(),
    refunds: z.array(refund),
    receipts: z.array(receipt),
  }),
);
type ChargeView = z.infer<typeof charge>;

const charges = named('Charges', z.object({ charges: z.array(charge), nextCursor: z.string() }));
const payPage = named('PayPage', z.object({ payUrl: z.url() }));

const clientOf = (ports: { clientOf: ClientOf }) => ports.clientOf('payments', contract.v1.PaymentsServiceService);
const at = (moment: Date | undefined): string => (moment ?? new Date(0)).toISOString();

const view = (of: contract.v1.Charge): ChargeView => ({
  ...{ applicationNumber: of.applicationNumber, step: of.step, package: of.package, number: of.number },
  ...{ status: of.status, amountCents: of.amountCents, underWay: of.underWay },
  ...{ name: of.name ?? { zh: '', en: '' }, law: of.law ?? { zh: '', en: '' } },
  ...{ raisedAt: at(of.raisedAt), payUntil: at(of.payUntil) },
  ...(of.paidAt && { paidAt: of.paidAt.toISOString() }),
  refunds: of.refunds,
  receipts: of.receipts.map((each) => ({ ...each, issuedAt: at(each.issuedAt) })),
});

const covers = ({ agent }: OnBehalfOf, { package: code }: contract.v1.Charge): boolean =>
  agent === undefined || agent.packages.length === 0 || agent.packages.includes(code);

export const routes = [
  route({
    method: 'get',
    path: '/api/me/charges',
    id: 'listCharges',
    summary: 'What I owe and what I paid, the newest first',
    who: 'resident',
    onBehalfOf: true,
    query: z.strictObject({ limit: wholeNumber(1, 100).default(20), cursor: z.string().max(40).default('') }),
    answers: charges,
    async answer({ onBehalfOf, query, call }, ports) {
      const { residentId } = onBehalfOf;
      const found = await clientOf(ports).listCharges({ residentId, ...query }, call);
      if (isRefusal(found)) return found;
      const covered = found.charges.filter((each) => covers(onBehalfOf, each));
      return { body: { charges: covered.map(view), nextCursor: found.nextCursor } };
    },
  }),
  route({
    method: 'get',
    path: '/api/me/charges/:number/:step',
    id: 'getCharge',
    summary: 'One charge: what for, how much, by which law, until when, and what became of it',
    who: 'resident',
    onBehalfOf: true,
    query: z.strictObject({ ask: flag.optional().describe('ask the channel first, when somebody was sent there') }),
    answers: charge,
    async answer({ onBehalfOf, path, query: { ask = false }, call }, ports) {
      const chargeId = `${path.number}/${path.step}`;
      const request = { residentId: onBehalfOf.residentId, chargeId, askChannel: ask };
      const found = await clientOf(ports).getCharge(request, call);
      if (isRefusal(found)) return found;
      mustCover(onBehalfOf, found.package);
      return { body: view(found) };
    },
  }),
  route({
    method: 'post',
    path: '/api/me/charges/:number/:step/payment',
    id: 'startPayment',
    summary: 'Where to pay it. Asked again, the same payment goes on: nobody pays twice for having pressed twice',
    who: 'resident',
    onBehalfOf: true,
    answers: payPage,
    async answer({ onBehalfOf, path, address, call }, ports) {
      const { residentId } = onBehalfOf;
      const chargeId = `${path.number}/${path.step}`;
      const found = await clientOf(ports).getCharge({ residentId, chargeId, askChannel: false }, call);
      if (isRefusal(found)) return found;
      mustCover(onBehalfOf, found.package);
      const started = await clientOf(ports).startPayment({ residentId, chargeId, address }, call);
      return isRefusal(started) ? started : { body: { payUrl: started.payUrl } };
    },
  }),
];
