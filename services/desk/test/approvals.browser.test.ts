import { inBrowser, keepPicture, violations } from '@lianban/browser-testing';
import type { Page } from 'playwright-core';
import { clock, departments, item, packages } from './a-catalogue';
import { writ } from './a-writ';
import { deskInBrowser } from './desk-in-browser';

const at = '2026-03-11T02:00:00Z';
const decided = {
  ...{ id: 'A-1/licence', applicationNumber: 'A-1', step: 'licence', item: item.code, department: 'permits' },
  ...{ district: '410105', status: 'decided', outcome: 'granted', version: 3, residentId: 'r-1', receivedAt: at },
  ...{ closedAt: at, clock, answers: {}, earlier: {}, known: {}, materials: [] },
};
const ask = { status: 'asked', outcome: 'refused', error: 'untrue-material', askedBy: 'o-2', askedAt: at, until: at };
const mandate = (id: string, askedBy: string) => ({
  ...{
    id,
    principal: { residentId: 'r-1' },
    agent: { residentId: 'r-2' },
    packages: 'all',
    until: at,
    status: 'asked',
  },
  counter: { askedBy, askedAt: at, evidence: { kind: 'signed-form', reference: 'counter-3/2026-0017' } },
});
const correction = { id: 'c1', residentId: 'r-1', field: 'address', reference: 'FM1', status: 'asked', askedAt: at };

const revocation = { ...writ, kind: 'revocation', title: { zh: '撤销决定书', en: 'Decision: revoked' } };

/** Answers from memory and keeps what was sent. */
async function serve(page: Page, shown: object = decided): Promise<{ readonly sent: [string, unknown][] }> {
  const sent: [string, unknown][] = [];
  const answers: Readonly<Record<string, unknown>> = {
    '/api/desk/me': { id: 'o-1', department: 'permits', isSupervisor: true, scopes: ['counter'] },
    '/api/packages': { packages },
    '/api/departments': { departments },
    '/api/desk/officers': { officers: [{ id: 'o-2', name: '周敏' }] },
    '/api/desk/cases': { cases: [{ ...decided, correctionAsk: ask }], counts: { asksWaiting: 1 } },
    '/api/desk/mandates': { mandates: [mandate('MD00000001', 'o-2'), mandate('MD00000002', 'o-1')] },
    '/api/desk/corrections': { corrections: [correction] },
    '/api/desk/corrections/c1': { ...correction, value: '建设路 2 号', registered: '建设路 1 号' },
    '/api/desk/cases/A-1/licence/notes': { notes: [] },
    '/api/desk/cases/A-1/licence/writs/preview': { writs: [revocation] },
  };
  await page.route('**/api/**', async (route) => {
    const { pathname } = new URL(route.request().url());
    if (route.request().method() === 'POST') sent.push([pathname, route.request().postDataJSON()]);
    await route.fulfill({ json: answers[pathname] ?? shown });
  });
  return { sent };
}

inBrowser('four eyes at the desk', () => {
  const here = deskInBrowser();

  test('what waits is counted at the link: cases, mandates of others, corrections of the register', async () => {
    const page = await here.visitors.visit();
    const { sent } = await serve(page);
    await page.goto(`${here.served.url}/desk/approvals`);
    await page.getByRole('link', { name: '待审批 3' }).waitFor();
    await page.getByText('更正待审批 · 周敏 于').waitFor();
    expect(await violations(page)).toEqual([]);
    await keepPicture(page, 'desk-approvals-1280');

    await page.getByRole('button', { name: '批准', exact: true }).click();
    await page.getByLabel('委托编号').fill('MD00000003');
    await page.getByLabel('看过的证明').click();
    await page.getByTitle('公证书').click();
    await page.getByLabel('归档编号').fill('counter-3/18');
    await page.getByRole('button', { name: '提请同事批准' }).click();
    await page.getByText('已提出，待另一名窗口人员批准。').waitFor();
    expect(sent).toEqual([
      ['/api/desk/mandates/MD00000001/confirmation/approval', null],
      [
        '/api/desk/mandates/MD00000003/confirmation',
        { evidence: { kind: 'notarial-deed', reference: 'counter-3/18' } },
      ],
    ]);
  });

  test('a correction of the register shows its values when asked to, and is refused with words alone', async () => {
    const page = await here.visitors.visit();
    const { sent } = await serve(page);
    await page.goto(`${here.served.url}/desk/approvals`);
    await page.getByRole('button', { name: '查看内容（将记录）' }).click();
    await page.getByText('建设路 2 号').waitFor();
    expect(await violations(page)).toEqual([]);
    const refuse = page.getByRole('button', { name: '不予', exact: true });
    expect(await refuse.isDisabled()).toBe(true);
    await page.getByLabel('不予更正的，向申请人说明原因').fill('材料不清楚。');
    const answered = page.waitForResponse((response) => response.url().endsWith('/decision'));
    await refuse.click();
    await answered;
    expect(sent).toEqual([['/api/desk/corrections/c1/decision', { outcome: 'refused', reason: '材料不清楚。' }]]);
  });

  test('a supervisor asks to revoke a decision, saying why', async () => {
    const page = await here.visitors.visit();
    const { sent } = await serve(page);
    await page.goto(`${here.served.url}/desk/cases/A-1/licence`);
    await page.getByRole('button', { name: '更正或撤销决定' }).click();
    await page.getByText('撤销（改为不予）').click();
    // An open list of choices is the component's own; the desk's other tests look at forms before one is opened, too.
    expect(await violations(page)).toEqual([]);
    await page.getByLabel('原决定错在哪里').click();
    await page.getByTitle('申请材料不真实').click();
    await page.getByRole('button', { name: '提请审批' }).click();
    await page.getByText('撤销决定书').waitFor();
    await page.getByRole('button', { name: '确认并送达' }).click();
    await page.getByText('已完成').first().waitFor();
    expect(sent).toEqual([
      ['/api/desk/cases/A-1/licence/writs/preview', { act: 'correct', reason: 'untrue-material', outcome: 'refused' }],
      ['/api/desk/cases/A-1/licence/correction', { outcome: 'refused', error: 'untrue-material' }],
    ]);
  });

  test('another supervisor reads who asked for what, and approves what the resident will be sent', async () => {
    const page = await here.visitors.visit();
    const { sent } = await serve(page, { ...decided, correctionAsk: ask });
    await page.goto(`${here.served.url}/desk/cases/A-1/licence`);
    await page.getByText('提请改为“不予批准”：申请材料不真实').waitFor();
    expect(await page.getByRole('button', { name: '更正或撤销决定' }).count()).toBe(0);
    await page.getByRole('button', { name: '批准', exact: true }).click();
    await page.getByText('撤销决定书').waitFor();
    expect(sent).toEqual([['/api/desk/cases/A-1/licence/writs/preview', { act: 'approve-correction' }]]);
    await page.getByRole('button', { name: '确认并送达' }).click();
    await page.getByText('已完成').first().waitFor();
    expect(sent.at(-1)).toEqual(['/api/desk/cases/A-1/licence/correction/approval', null]);
  });
});
