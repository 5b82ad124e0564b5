import type { DemoClient, ShownApplication } from './client';
import { heading, say, showDecisions } from './say';
import { caseWhen, decide } from '../desk';
import type { DemoStage } from './stage';

const promised = (code: string) => ({ code, grade: 'D', reference: 'promised-online' }) as const;

/** 新生儿出生 for a girl born on 20 February 2026; papers are two promises, and a photo for the card. */
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
    childInsuredElsewhere: false,
  },
  materials: [promised('birth-service-form'), promised('payment-account')],
};

/** Hands it in with the photo. @param answers other answers than these */
export async function submitNewborn(parent: DemoClient, answers: object = {}): Promise<string> {
  const { answers: usual, materials, ...application } = newbornApplication;
  const photo = await parent.copies('photo');
  return parent.submit({ ...application, answers: { ...usual, ...answers }, materials: [...materials, ...photo] });
}

/** What the maternity unit decides by. */
export const birthFound = { outcome: 'granted', reason: 'conditions-met', findings: { birthRecord: 'found' } };

/** Of a photo that came as a copy no rule grants: an officer looks at it. */
export const photoSeen = { outcome: 'granted', reason: 'conditions-met', findings: {} };

/**
 * 新生儿出生: the unit writes the certificate; then booklet, register, insurance and subsidy come by rule, an
 * officer grants the card by its photo, and a new resident is there.
 */
export async function newborn(stage: DemoStage): Promise<ShownApplication> {
  heading('新生儿出生 · A child is born');
  const mother = stage.as('resident', 'mother-1');
  const unit = stage.as('officer', 'midwife-1', 'health');
  const number = await submitNewborn(mother);
  say(`   mother-1 applied once and got the number ${number}\n`);

  await caseWhen(unit, number, 'certificate', 'received');
  say('\n   the maternity unit finds the birth in its records and writes the certificate');
  await decide(unit, number, 'certificate', birthFound);
  const cards = stage.as('officer', 'cards-1', 'social-security');
  await decide(cards, number, 'card', photoSeen);
  const end = await stage.follow(mother, number, ({ status }) => status === 'completed');
  showDecisions(end);
  return end;
}
