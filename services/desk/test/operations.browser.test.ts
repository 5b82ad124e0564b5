import { inBrowser, keepPicture, violations } from '@lianban/browser-testing';
import type { Page } from 'playwright-core';
import { departments, packages } from './a-catalogue';
import { deskInBrowser } from './desk-in-browser';

const at = '2026-03-11T02:00:00Z';
const place = 'employment.v1/2/7';
const head = { place, type: 'casework.v1.StepDecided', subject: 'A-1/course', sequence: '3' };
const nothing = { lagRecords: 0, outboxBatches: 0, parked: [], parkedKeys: 0, late: [], deadlinesLate: 0, asks: [] };

/** A city in memory in which a step hangs, a key is parked and a record was put aside; it records what is asked of it. */
class FakeCity {
  readonly acts: { path: string; body: unknown }[] = [];
  takeOver: object | undefined;
  asks: object[] = [];

  async serve(page: Page): Promise<void> {
    await page.route('**/api/**', async (route) => {
      const request = route.request();
      const { pathname } = new URL(request.url());
      const isRead = request.method() === 'GET';
      const body = isRead ? this.read(pathname) : this.act(pathname, request.postDataJSON());
      const status = body === undefined ? 403 : 200;
      const refused = {
        slug: 'wrong-role',
        detail: 'This is for the role "officer"; you are signed in as "operator".',
      };
      await route.fulfill({ status, json: body ?? refused });
    });
  }

  private read(path: string): object | undefined {
    if (path === '/api/operator/me') return { id: 'op-2', roles: ['operator'] };
    if (path === '/api/packages') return { packages };
    if (path === '/api/departments') return { departments };
    if (path === '/api/operator/hanging') {
      const name = { zh: '食品经营许可', en: 'Licence' };
      const step = { applicationNumber: 'A-1', step: 'licence', item: 'food-licence', department: 'permits', name };
      const takeOver = this.takeOver;
      return { steps: [{ ...step, asked: 'decision', reason: 'decision-overdue', since: at, takeOver, facts: [] }] };
    }
    if (path === '/api/operator/standing') {
      const parked = { topic: 'employment.v1', key: 'A-1', reason: 'gap', since: at, records: 1, releasing: false };
      const permits = { ...nothing, parked: [parked], parkedKeys: 1, asks: this.asks };
      return {
        services: [
          { service: 'permits', answers: true, ...permits },
          { service: 'employment', answers: false, ...nothing },
        ],
      };
    }
    if (path === '/api/operator/dead-letters') {
      const letter = { sender: 'employment', listener: 'permits', key: 'A-1', record: head, reason: 'unreadable' };
      return { letters: [letter], total: 1, unknown: ['residents'] };
    }
    if (path === '/api/operator/applications/LB1')
      return {
        applicationNumber: 'LB1',
        name: { zh: '开店', en: 'Shop' },
        status: 'needs-operator',
        steps: [
          { id: 'licence', item: 'x', name: { zh: '许可', en: 'L' }, department: 'permits', status: 'needs-operator' },
        ],
        timeline: [{ at, step: 'licence', what: 'needs-operator', detail: 'decision-overdue' }],
      };
    return undefined;
  }

  private act(path: string, body: unknown): object {
    this.acts.push({ path: path.replace('/api/operator/', ''), body });
    if (path.endsWith('/rehearsal')) return { records: [head] };
    if (/take-over\/\w+$/.test(path)) this.takeOver = undefined;
    if (/mending\/\w+$/.test(path)) this.asks = [];
    return { steps: [], records: [] };
  }
}

inBrowser('the operators’ console', () => {
  const here = deskInBrowser();

  const open = async (city: FakeCity, path = '/desk/operations') => {
    const page = await here.visitors.visit();
    await city.serve(page);
    await page.goto(here.served.url + path);
    await page.getByRole('heading', { name: '停滞的环节' }).waitFor();
    return page;
  };

  test('an operator who opens the desk comes to it, sees what hangs and why, and can sign out', async () => {
    const page = await open(new FakeCity(), '/desk/');
    await page.getByText('部门逾期未作决定').waitFor();
    await page.getByText('没有应答').waitFor();
    expect(await violations(page)).toEqual([]);
    await keepPicture(page, 'desk-operations');
    await page.getByRole('button', { name: '设置' }).click();
    await page.getByRole('button', { name: '退出登录' }).waitFor();
  });

  test('asks for an answer in the place of a department, with a reason', async () => {
    const city = new FakeCity();
    const page = await open(city);
    await page.getByRole('button', { name: '代部门答复' }).click();
    await page.getByRole('button', { name: '提请批准' }).click();
    await page.getByText('请填写').first().waitFor();
    expect(city.acts).toEqual([]);
    await page.getByLabel('不予').check();
    await page.getByLabel('理由').fill('材料已核对');
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: '提请批准' }).click();
    await page.getByText('已提出，待另一名运维人员批准').waitFor();
    const path = 'applications/A-1/steps/licence/take-over';
    expect(city.acts).toEqual([{ path, body: { outcome: 'refused', reason: '材料已核对' } }]);
  });

  test('what somebody else asked for can be approved, what they asked for themselves taken back', async () => {
    const city = new FakeCity();
    city.takeOver = { outcome: 'granted', reason: '线下已办', askedBy: 'op-1', askedAt: at };
    city.asks = [
      { act: 'drop', key: 'A-1', reason: '坏的', askedBy: 'op-2', askedAt: at, records: [head], status: 'asked' },
    ];
    const page = await open(city);
    await page.getByText('op-1 于').waitFor();
    await page.getByRole('button', { name: '撤回', exact: true }).click();
    await page.getByRole('button', { name: '批准', exact: true }).click();
    await page.getByRole('button', { name: '代部门答复' }).waitFor();
    expect(city.acts.map(({ path }) => path)).toEqual([
      'services/permits/keys/A-1/mending/refusal',
      'applications/A-1/steps/licence/take-over/approval',
    ]);
    expect(await violations(page)).toEqual([]);
  });

  test('a parked key and a dead letter are tried dry first, and then asked for', async () => {
    const city = new FakeCity();
    const page = await open(city);
    await page.getByRole('button', { name: '重试', exact: true }).click();
    await page.getByText('试运行：将涉及 1 条消息').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByLabel('理由').fill('缺的一条已到');
    await page.getByRole('button', { name: '提请批准' }).click();
    await page.getByText('已提出，待另一名运维人员批准').waitFor();
    await page.getByRole('button', { name: '读取' }).click();
    await page.getByText('其死信未知').waitFor();
    await page.getByRole('button', { name: '重新发送' }).click();
    await page.getByText('试运行').last().waitFor();
    expect(city.acts.map(({ path, body }) => [path, body])).toEqual([
      ['services/permits/keys/A-1/rehearsal', { act: 'replay' }],
      ['services/permits/keys/A-1/mending', { act: 'replay', reason: '缺的一条已到' }],
      ['services/employment/keys/A-1/rehearsal', { act: 'send-again' }],
    ]);
  });

  test('an application is found by its number, however it is typed', async () => {
    const page = await open(new FakeCity());
    await page.getByLabel('办件编号').fill(' ｌｂ１ ');
    await page.getByRole('button', { name: '查找' }).click();
    await page.getByRole('heading', { name: /LB1 · 开店/ }).waitFor();
    expect(await violations(page)).toEqual([]);
  });
});
