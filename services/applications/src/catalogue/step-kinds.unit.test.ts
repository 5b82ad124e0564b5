import { rmSync } from 'node:fs';
import { CatalogueError } from '@lianban/catalogue';
import { catalogueWithFee, PAYMENTS, WITH_FEE } from '../../test/fee-catalogue';
import { describeDepartments, describePackage, loadCatalogue, validateFacts } from './index';

const loaded = (payments?: string, withFee?: string) => {
  const folder = catalogueWithFee(payments, withFee);
  try {
    return loadCatalogue(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
};
const problems = (payments?: string, withFee?: string): string => {
  try {
    loaded(payments, withFee);
    return '';
  } catch (error) {
    if (error instanceof CatalogueError) return error.message;
    throw error;
  }
};

test('a step of another kind is performed by a city service, between decisions of departments', () => {
  const catalogue = loaded();
  const found = catalogue.find('sign-with-fee')!;
  expect(found.plan.steps.map(({ id, kind, department }) => [id, kind, department])).toEqual([
    ['registration', 'decision', 'employment'],
    ['fee', 'payment', 'payments'],
    ['sign', 'decision', 'permits'],
  ]);
  expect(catalogue.services).toMatchObject([{ name: 'payments', performs: 'payment', topic: 'payments.v1' }]);
  expect(catalogue.departments.map(({ name }) => name)).not.toContain('payments');
  expect(catalogue.items.map(({ code }) => code)).not.toContain('sign-fee');
});

test('is described with its kind, its service, and what it says to the applicant', () => {
  const catalogue = loaded();
  const [registration, fee] = describePackage(catalogue.find('sign-with-fee')!).steps;
  expect(registration).toMatchObject({ kind: 'decision', item: { decidedBy: 'rule' } });
  expect(fee).toMatchObject({
    kind: 'payment',
    item: {
      name: { en: 'Fee for the shopfront sign' },
      departmentName: { en: 'Payments' },
      facts: [{ name: 'amountCents' }],
    },
  });
  const words = describeDepartments(catalogue).find(({ code }) => code === 'payments')?.words;
  expect(words).toMatchObject([{ code: 'not-paid' }]);
});

test('an operator who answers for it says its facts', () => {
  const { entry } = loaded().find('sign-with-fee')!.steps[1]!;
  expect(validateFacts(entry, { amountCents: 100 }, true)).toBeUndefined();
  expect(validateFacts(entry, {}, true)).toMatchObject({ pointer: '/facts/amountCents' });
});

test('without a word of its kind a step is a decision', () => {
  expect(problems(PAYMENTS, WITH_FEE.replace('    kind: payment\n', ''))).toContain(
    'packages/sign-with-fee.v1.yaml:18: step "fee" is a decision, but payments performs steps of kind payment: say kind: payment',
  );
});

test.each([
  [
    'a kind nobody knows',
    'kind: payment',
    'kind: loan',
    ':19: "steps[1].kind" is wrong: a step is of kind decision, payment, document, booking',
  ],
  [
    'a kind its service does not perform',
    'kind: payment',
    'kind: booking',
    ':19: step "fee" is a booking, but payments performs steps of kind payment',
  ],
  [
    'a service there is not',
    'payments/sign-fee@1',
    'treasury/sign-fee@1',
    ':20: there is no city service "treasury" that performs steps',
  ],
  [
    'an item its service has not',
    'payments/sign-fee@1',
    'payments/sign-fee@2',
    ':20: there is no item "payments/sign-fee@2"',
  ],
  [
    'somebody who decides it',
    'kind: payment',
    'kind: payment\n    decidedBy: rule',
    ':20: step "fee" is a payment: nobody decides it',
  ],
  ['a fact it does not say', 'fee.amountCents', 'fee.paidOn', ':28: "fee.paidOn > 0" uses "fee.paidOn"'],
])('a step with %s is refused by file and line', (_, from, to, sentence) => {
  expect(problems(PAYMENTS, WITH_FEE.replace(from, to))).toContain(sentence);
});

test.each([
  [
    'decides',
    'performs: payment',
    'performs: decision',
    ':3: "performs" is wrong: a city service performs payment, document, booking',
  ],
  [
    'speaks on another’s topic',
    'topic: payments.v1',
    'topic: permits.v1',
    ':2: topic "permits.v1" is named after another service',
  ],
  [
    'has a department’s name',
    'service: payments\ntopic: payments.v1',
    'service: permits\ntopic: permits.v1',
    ':1: "permits" has a file already',
  ],
])('a city service that %s is refused by file and line', (_, from, to, sentence) => {
  expect(problems(PAYMENTS.replace(from, to))).toContain(`services/payments.yaml${sentence}`);
});
