import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyCatalogue } from './catalogue-copy';

/** What a city service that takes payments says of itself. */
export const PAYMENTS = `service: payments
topic: payments.v1
performs: payment
name: { zh: 缴费, en: Payments }
complaints: { zh: 拨打 12345。, en: Call 12345. }
words:
  - { code: not-paid, label: { zh: 没有按时缴费, en: It was not paid in time } }
items:
  - code: sign-fee
    version: 1
    name: { zh: 门头招牌占道费, en: Fee for the shopfront sign }
    description: { zh: 缴纳占道费。, en: Pay for the space the sign takes up. }
    legalBasis: [{ zh: 演示标准, en: Demo values }]
    facts:
      - { name: amountCents, label: { zh: 金额, en: Amount }, type: integer, format: cents, required: true, shown: true }
`;

/** A fee between two decisions: refused, the second takes back what was there before. */
export const WITH_FEE = `code: sign-with-fee
version: 1
name: { zh: 门头招牌, en: A shopfront sign }
description: { zh: 门头招牌。, en: A shopfront sign. }
synonyms: { zh: [], en: [] }
whoCanApply: { zh: 本市居民, en: Residents of the city }
withdrawal: compensate
cancellationDays: 5
compensationDays: 10
graceDays: 3
form: []
steps:
  - id: registration
    item: employment/unemployment-registration@1
    onRefusal: stop
    limitDays: 10
    answers: []
  - id: fee
    kind: payment
    item: payments/sign-fee@1
    needs: [registration]
    onRefusal: stop
    limitDays: 10
    answers: []
  - id: sign
    item: permits/shopfront-sign@1
    needs: [fee]
    when: fee.amountCents > 0
    whenMeans: { zh: 已缴费, en: The fee is paid }
    onRefusal: compensate
    limitDays: 25
    answers: []
`;

/** The catalogue as it is with these two files more, in a folder of its own. */
export function catalogueWithFee(payments = PAYMENTS, withFee = WITH_FEE): string {
  const folder = mkdtempSync(join(tmpdir(), 'catalogue-with-fee-'));
  copyCatalogue(folder);
  mkdirSync(join(folder, 'services'));
  writeFileSync(join(folder, 'services', 'payments.yaml'), payments);
  writeFileSync(join(folder, 'packages', 'sign-with-fee.v1.yaml'), withFee);
  return folder;
}
