import type { ShownApplication } from './client';
import { heading, say, showDecisions } from './say';
import { waitFor } from '../wait-for';
import type { DemoStage } from './stage';

const promised = (code: string) => ({ code, grade: 'D', reference: 'promised-online' }) as const;

/** 新生儿出生 for a girl born on 20 February 2026; papers are two promises. */
export const newbornApplication = {
  package: 'newborn',
  about: { kind: 'newborn' },
  answers: {
    needsBirthService: true,
    registerHere: true,
    childName: '高安然',
    sex: 'female',
    bornOn: '2026-02-20',
    bornAt: 'maternity-unit',
    shownParents: 'both',
    registerOf: 'mother',
    parentsMarried: true,
  },
  materials: [promised('birth-service-form'), promised('payment-account')],
};

/** What the maternity unit decides by. */
export const birthFound = { outcome: 'granted', reason: 'conditions-met', findings: { birthRecord: 'found' } };

/** 新生儿出生: the unit writes the certificate; then booklet, register and subsidy come by rule, and a new resident is there. */
export async function newborn(stage: DemoStage): Promise<ShownApplication> {
  heading('新生儿出生 · A child is born');
  const mother = stage.as('resident', 'mother-1');
  const unit = stage.as('officer', 'midwife-1', 'health');
  const number = await mother.submit(newbornApplication);
  say(`   mother-1 applied once and got the number ${number}\n`);

  await waitFor('the unit has the case', () => unit.get<object>(`/api/desk/cases/${number}/certificate`));
  say('\n   the maternity unit finds the birth in its records and writes the certificate');
  await unit.post(`/api/desk/cases/${number}/certificate/acceptance`);
  await unit.post(`/api/desk/cases/${number}/certificate/decision`, birthFound);
  const end = await stage.follow(mother, number, ({ status }) => status === 'completed');
  showDecisions(end);
  return end;
}
