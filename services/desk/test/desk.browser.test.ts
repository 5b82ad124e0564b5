import { inBrowser, keepPicture, violations } from '@lianban/browser-testing';
import type { Page } from 'playwright-core';
import { asked, clock, departments, item, packages } from './a-catalogue';
import { writ } from './a-writ';
import { deskInBrowser } from './desk-in-browser';

const at = '2026-03-11T02:00:00Z';
/** A case with codes in every panel. */
const inCodes = {
  earlier: { registration: { outcome: 'granted', reason: 'conditions-met', hardToEmploy: true } },
  known: {
    means: {
      householdKnown: true,
      persons: 3,
      monthlyIncomeCents: 210_000,
      homes: 1,
      cars: 0,
      severeDisability: false,
    },
    seat: { available: false, why: 'residents-did-not-answer' },
  },
  materials: [{ code: 'hygiene-layout', grade: 'B', reference: 'BJ-2026-000001' }],
  missing: [{ code: 'hygiene-layout', note: '请画出水槽位置。' }],
  handedOver: 'paper-unseen',
  awaited: ['means'],
};
const whole = {
  applicationNumber: 'A-1',
  name: { zh: '开店', en: 'Shop' },
  steps: [
    { id: 'licence', name: { zh: '食品经营许可', en: 'Licence' }, department: 'permits', status: 'accepted' },
    { id: 'sign', name: { zh: '招牌', en: 'Sign' }, department: 'permits', status: 'stopped', reason: 'licence' },
  ],
  timeline: [
    { at, what: 'submitted', detail: 'at-counter' },
    { at, what: 'supplement-requested', step: 'licence', department: 'permits', detail: 'hygiene-layout' },
    { at, what: 'ended', detail: 'partly-granted' },
  ],
};

/** A desk with one case, in memory: it records requests, and a second officer changes the case once in between. */
class FakeDesk {
  readonly acts: string[] = [];
  isRaced = false;
  isSupervisor = false;
  private shown: Record<string, unknown> = {
    id: 'A-1/licence',
    applicationNumber: 'A-1',
    step: 'licence',
    item: item.code,
    department: 'permits',
    district: '410105',
    status: 'accepted',
    version: 3,
    residentId: 'r-1',
    receivedAt: '2026-03-02T01:00:00Z',
    clock,
    answers: { premisesArea: 40 },
    earlier: {},
    known: {},
    materials: [],
  };

  constructor(more: object = {}) {
    this.change(more);
  }

  async serve(page: Page): Promise<void> {
    await page.route('**/api/**', async (route) => {
      const { pathname } = new URL(route.request().url());
      const answer = this.answer(pathname, route.request().method());
      await route.fulfill({ status: answer.status ?? 200, json: answer.body });
    });
  }

  private answer(path: string, method: string): { status?: number; body: unknown } {
    if (path === '/api/desk/me')
      return { body: { id: 'o-1', department: 'permits', isSupervisor: this.isSupervisor, scopes: [] } };
    if (path === '/api/packages') return { body: { packages } };
    if (path === '/api/departments') return { body: { departments } };
    if (path === '/api/desk/officers') return { body: { officers: [{ id: 'o-2', name: '周敏' }] } };
    const counts = {
      total: 1,
      team: 1,
      mine: 0,
      unassigned: 1,
      overdue: 0,
      red: 0,
      amber: 1,
      extensionsAsked: 1,
      asksWaiting: 1,
    };
    if (path.endsWith('/application')) return { body: whole };
    if (path === '/api/desk/cases') return { body: { cases: [this.shown], counts } };
    if (path.endsWith('/writs')) return { body: { writs: [writ] } };
    if (path.endsWith('/writs/preview')) return { body: { writs: [writ] } };
    if (path.endsWith('/notes')) return { body: { notes: [] } };
    if (method === 'GET') return { body: this.shown };
    const act = path.split('/').at(-1)!;
    this.acts.push(act);
    if (this.isRaced) {
      this.isRaced = false;
      this.change({ changedBy: 'o-2', changedAt: '2026-03-12T02:00:00Z', change: 'CasePaused' });
      return { status: 412, body: { slug: 'version-conflict', detail: 'o-2 changed this case.' } };
    }
    if (act === 'approval') {
      const clocks = { ...clock, extendedBy: 5 };
      this.change({ clock: clocks, extension: { ...asked, status: 'approved', answeredBy: 'o-1' } });
      return { body: this.shown };
    }
    this.change(
      act === 'claim' ? { holder: 'o-1' } : { status: 'decided', outcome: 'granted', closedAt: '2026-03-12T03:00:00Z' },
    );
    return { body: this.shown };
  }

  change(more: object): void {
    this.shown = { ...this.shown, ...more, version: (this.shown.version as number) + 1 };
  }
}

inBrowser('the officers’ desk', () => {
  const here = deskInBrowser();

  test('goes from the queue to a decision by keyboard and buttons, and explains a lost race', async () => {
    const page = await here.visitors.visit();
    const desk = new FakeDesk();
    await desk.serve(page);
    await page.goto(`${here.served.url}/desk/`);
    await page.getByText('剩 2 个工作日').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '认领' }).click();
    await page.getByText('由我经办').waitFor();
    await page.getByRole('button', { name: '作出决定' }).click();
    expect(await violations(page)).toEqual([]);

    desk.isRaced = true;
    await page.getByText('准予', { exact: true }).click();
    await page.getByRole('button', { name: '确认准予' }).click();
    // The act waits for whoever has read what it will tell.
    const preview = page.getByRole('dialog', { name: '请核对将送达申请人的文书' });
    await preview.getByText('经审查，我单位决定予以批准。').waitFor();
    expect(await violations(page)).toEqual([]);
    await preview.getByRole('button', { name: '返回修改' }).click();
    await preview.waitFor({ state: 'hidden' });
    expect(desk.acts).toEqual(['claim']);
    await page.getByRole('button', { name: '确认准予' }).click();
    await page.getByRole('button', { name: '确认并送达' }).click();
    await page.getByText('周敏于 3/12 10:00 操作了此件（暂停计时）').waitFor();
    await page.getByRole('dialog').getByRole('button').first().click();
    await page.getByRole('button', { name: '确认准予' }).click();
    await page.getByRole('button', { name: '确认并送达' }).click();
    await page.getByText('此件已结束，只能查看。').waitFor();
    expect(desk.acts).toEqual(['claim', 'decision', 'decision']);
  });

  test('an extension waits for another person: the officer sees it, a supervisor finds and approves it', async () => {
    const page = await here.visitors.visit();
    const desk = new FakeDesk();
    desk.change({ extension: asked, holder: 'o-2' });
    await desk.serve(page);
    await page.goto(`${here.served.url}/desk/cases/A-1/licence`);
    await page.getByText('待负责人批准，时限暂不变。').waitFor();
    expect(await page.getByRole('button', { name: '批准', exact: true }).count()).toBe(0);
    expect(await page.getByRole('button', { name: '申请延长时限' }).count()).toBe(0);

    desk.isSupervisor = true;
    await page.goto(`${here.served.url}/desk/`);
    await page.getByRole('checkbox', { name: '待审批 1' }).click();
    expect(new URL(page.url()).search).toBe('?ask=waiting');
    expect(await violations(page)).toEqual([]);
    await page.getByRole('link', { name: 'A-1' }).click();
    await page.getByRole('button', { name: '批准', exact: true }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: '批准', exact: true }).click();
    await page.getByRole('button', { name: '确认并送达' }).click();
    await page.getByText('已延长 5 个工作日').waitFor();
    expect(desk.acts).toEqual(['approval']);
  });

  test('the officer who filed a case is told of the conflict of interest, and gets no buttons', async () => {
    const page = await here.visitors.visit();
    const desk = new FakeDesk();
    desk.change({ filedBy: ['o-1'] });
    await desk.serve(page);
    await page.goto(`${here.served.url}/desk/cases/A-1/licence`);
    await page.getByText('您是本件的申请人，或曾代其申请、补正，应当回避。').waitFor();
    expect(await violations(page)).toEqual([]);
    for (const name of ['认领', '作出决定']) expect(await page.getByRole('button', { name }).count()).toBe(0);
    await page.goto(`${here.served.url}/desk/counter`);
    await page.getByText('您的账号没有窗口办理权限').waitFor();
  });

  test('objections stand at the top of the case, before any decision', async () => {
    const page = await here.visitors.visit();
    const objections = [
      { objection: 'OB1', text: '邻居开了三家店，\n却说没有收入。', filedAt: '2026-03-10T02:00:00Z' },
      { objection: 'OB2', text: '公示期外的话', filedAt: '2026-03-12T02:00:00Z', dismissed: true },
      { objection: 'OB3' },
    ];
    await new FakeDesk({ objections }).serve(page);
    await page.goto(`${here.served.url}/desk/cases/A-1/licence`);
    const panel = page.getByRole('region', { name: '异议' });
    await panel.getByText('邻居开了三家店').waitFor();
    const said = await panel.innerText();
    expect(said).toContain('公示期外的话');
    expect(said).toMatch(/未受理：提出时不在公示期/);
    expect(said).toContain('内容暂时读不到');
    const [above, below] = await Promise.all([panel.boundingBox(), page.getByText('申请内容').first().boundingBox()]);
    expect(above!.y).toBeLessThan(below!.y);
    expect(await violations(page)).toEqual([]);
    await keepPicture(page, 'desk-objection-1280');
  });

  test('shows codes as words', async () => {
    const page = await here.visitors.visit();
    await new FakeDesk(inCodes).serve(page);
    await page.goto(`${here.served.url}/desk/cases/A-1/licence`);
    await page.getByRole('button', { name: '查看全流程' }).click();
    await page.getByRole('heading', { name: '办理记录' }).waitFor();
    const said = await page.locator('#main').innerText();
    const words = [
      '家庭月收入：¥2,100.00',
      '房产：1 套',
      '重度残疾：否',
      '就业困难人员：是',
      '布局流程图：请画出水槽位置。',
    ];
    for (const word of [...words, '有材料原件未经核验', '人口库未答复', '部分准予']) expect(said).toContain(word);
    expect(said.match(/\b[a-z]+(?:-[a-z]+)+\b|\b[a-z]+[A-Z]\w*/g)).toBeNull();
    expect(await violations(page)).toEqual([]);
    for (const width of [1280, 375]) {
      await page.setViewportSize({ width, height: 800 });
      await keepPicture(page, `desk-in-words-${width}`);
    }
  });

  test('keeps filters in the URL, works in English, and shortcuts can be turned off', async () => {
    const page = await here.visitors.visit();
    await new FakeDesk().serve(page);
    await page.goto(`${here.served.url}/desk/?whose=mine&level=amber`);
    await page.getByRole('button', { name: '设置' }).click();
    await page.getByText('English').click();
    await page.getByRole('switch').click();
    await page.keyboard.press('Escape');
    await page.getByText('2 working days left').waitFor();
    expect(new URL(page.url()).search).toBe('?whose=mine&level=amber');
    await page.locator('h1').click();
    await page.keyboard.press('Enter');
    expect(new URL(page.url()).pathname).toBe('/desk/');
  });

  test('without a session redirects to sign in, and back', async () => {
    const page = await here.visitors.visit();
    await page.route('**/api/**', (route) => route.fulfill({ status: 401, json: { slug: 'token-missing' } }));
    const asked = page.waitForRequest((request) => request.url().includes('/auth/sign-in'));
    await page.goto(`${here.served.url}/desk/cases/A-1/licence`);
    expect(new URL((await asked).url()).searchParams.get('return')).toBe('/desk/cases/A-1/licence');
  });
});
