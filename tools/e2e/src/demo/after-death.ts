import type { ShownApplication } from './client';
import { heading, say, showDecisions } from './say';
import { waitFor } from '../wait-for';
import type { DemoStage } from './stage';

const promised = (code: string) => ({ code, grade: 'D', reference: 'promised-online' }) as const;

/** 公民身后 for a husband who died on 20 February 2026; papers are two promises. */
export const afterDeathApplication = {
  package: 'after-death',
  about: { kind: 'dead', residentId: 'husband-1' },
  answers: {
    diedNaturally: true,
    wantsCremation: true,
    wasInsured: true,
    hadLicence: true,
    hadHousingFund: true,
    diedOn: '2026-02-20',
    diedAt: 'hospital',
    cremationAt: 'here',
    deceasedName: '冯志强',
    diedOf: 'illness-or-off-work',
  },
  materials: [promised('kinship-statement'), promised('payment-account')],
};

/** What social security finds in its records: thirty years paid in, five of pension drawn. */
export const survivorFound = {
  outcome: 'granted',
  reason: 'conditions-met',
  findings: { yearsPaid: 30, wasPensioner: true, yearsDrawn: 5, kinshipProved: true, otherGrantTaken: false },
};

export const balanceFound = {
  outcome: 'granted',
  reason: 'conditions-met',
  findings: { balanceCents: 1_234_500 },
};

/** 公民身后: hospital, crematorium, housing fund, medical insurance and traffic police are outside departments, and answer over Kafka. */
export async function afterDeath(stage: DemoStage): Promise<ShownApplication> {
  heading('公民身后 · After a death');
  const widow = stage.as('resident', 'widow-1');
  const insurance = stage.as('officer', 'survivors-1', 'social-security');
  const number = await widow.submit(afterDeathApplication);
  say(`   widow-1 applied once about husband-1 and got the number ${number}\n`);
  for (const [step, found] of [
    ['survivor', survivorFound],
    ['pension-account', balanceFound],
  ] as const) {
    await waitFor(`social security has ${step}`, () => insurance.get<object>(`/api/desk/cases/${number}/${step}`));
    await insurance.post(`/api/desk/cases/${number}/${step}/acceptance`);
    await insurance.post(`/api/desk/cases/${number}/${step}/decision`, found);
  }
  const end = await stage.follow(widow, number, ({ status }) => status === 'completed');
  showDecisions(end);
  return end;
}
