import { due, monthsFrom } from '@lianban/entitlements';
import { entitled } from '../../test/given';

type More = Parameters<typeof entitled>[1];
const wake = { type: 'Wake' } as const;
const claim = { taken: false };
const paper = (code: string) => [{ code, grade: 'B', reference: 'm' }];
const aged = (bornOn: string, ...acts: readonly (readonly [string, typeof wake])[]) =>
  entitled(
    'age-allowance',
    {
      on: '2026-03-02',
      answers: { bornOn },
      materials: paper('payment-account'),
      known: { claim, benefit: { kind: '' } },
    },
    ...acts,
  );
const sum = (of: ReturnType<typeof aged>, from: string, to: string) =>
  monthsFrom(from, to).reduce((yuan, month) => yuan + (due(of, month) ?? 0) / 100, 0);

// 郑民文〔2016〕28号 (areas.md SW2)
describe('the age allowance', () => {
  test('of somebody born 1936-09-10 steps up by itself in October 2026, and at a hundred', () => {
    const allowance = aged('1936-09-10', ['2026-10-01', wake]);
    expect(sum(allowance, '2026-09', '2026-09')).toBe(100);
    expect(sum(allowance, '2026-10', '2026-10')).toBe(200);
    expect(allowance.steps).toEqual([{ from: '2036-10', amountFen: 30_000, cause: 'age-step' }]);
  });

  test('is paid by quarters: a third quarter of 300 yuan', () => {
    const allowance = aged('1940-05-20');
    expect(allowance).toMatchObject({ period: 'quarter', from: '2026-04', holder: { kind: 'person', id: 'r-1' } });
    expect(sum(allowance, '2026-07', '2026-09')).toBe(300);
  });

  test('unconfirmed on 15 March brings nothing in April', () => {
    const unconfirmed = aged('1940-05-20', ['2027-03-16', wake]);
    expect(sum(unconfirmed, '2027-03', '2027-03')).toBe(100);
    expect(sum(unconfirmed, '2027-04', '2027-04')).toBe(0);
  });
});

const subsidy = (item: string, householdStatus: string, more: More = {}) =>
  entitled(item, {
    findings: { grade: 1, householdStatus, nursingFeeDrawn: false, childSupportDrawn: false, needsCare: true },
    known: { claim },
    ...more,
  });

// 国发〔2015〕52号 (areas.md SW1): dibao and grade 1, 220 yuan, from the month of application.
test('the two subsidies of disabled people are two entitlements from the month of application on', () => {
  const both = ['disability-living-subsidy', 'disability-nursing-subsidy'].map((item) => subsidy(item, 'dibao'));
  expect(both.map(({ from }) => from)).toEqual(['2026-03', '2026-03']);
  expect(both.reduce((yuan, each) => yuan + due(each, '2026-03')! / 100, 0)).toBe(220);
});

// 民发〔2019〕62号 (areas.md SW3): from the next month on; whether it goes on is looked at when the child comes of age.
test('child support is the child’s, from the next month on, and looked at when it comes of age', () => {
  const child = entitled('child-support', {
    subjectId: 'r-child',
    answers: { childBornOn: '2016-04-01' },
    materials: paper('parents-state-paper'),
    findings: {
      motherState: 'dead',
      fatherState: 'out-of-contact',
      fatherMonths: 6,
      settledIn: 'home',
      drawnCents: 44_000,
    },
    known: { claim },
  });
  expect(child).toMatchObject({
    holder: { kind: 'person', id: 'r-child' },
    payeeId: 'r-1',
    from: '2026-04',
    recheck: { by: '2034-04-01', missed: 'tell' },
  });
  expect(due(child, '2026-04')).toBe(76_000);
});
