import type { Page } from 'playwright-core';
import { loadDepartments } from '@lianban/catalogue';
import { clock, departments } from './a-catalogue';

const assessed = loadDepartments()
  .flatMap(({ items }) => items)
  .find(({ code }) => code === 'elderly-ability-assessment');
if (!assessed) throw new Error('the catalogue has no assessment');

/** The assessment as the API describes it. */
export const scoreFields = assessed.findings.map(({ min, max, ...field }) => ({
  ...field,
  ...(min !== undefined && { minimum: min }),
  ...(max !== undefined && { maximum: max }),
}));
const item = {
  code: assessed.code,
  name: assessed.name,
  department: 'elderly-care',
  materials: [],
  findings: scoreFields,
  reasons: [{ code: 'assessed', label: { zh: '已完成评估', en: 'Assessed' }, uses: ['grant'] }],
};
const packages = [{ code: 'care', version: 1, name: item.name, form: [], steps: [{ id: 'assessment', item }] }];

const whole = {
  id: 'A-1/assessment',
  applicationNumber: 'A-1',
  step: 'assessment',
  item: item.code,
  department: 'elderly-care',
  district: '410105',
  status: 'accepted',
  version: 3,
  residentId: 'r-1',
  holder: 'o-1',
  receivedAt: '2026-03-02T01:00:00Z',
  clock,
  answers: {},
  earlier: {},
  known: {},
  materials: [],
};

const counts = { total: 0, team: 0, mine: 0, unassigned: 0, overdue: 0, red: 0, amber: 0 };

/** A desk with one case to be assessed, in memory; it records what is sent to it. */
export class OneCase {
  readonly sent: { readonly act: string; readonly body: unknown }[] = [];
  shown: Record<string, unknown>;

  constructor(more: object = {}) {
    this.shown = { ...whole, ...more };
  }

  async serve(page: Page): Promise<void> {
    await page.route('**/api/**', async (route) => {
      const request = route.request();
      const { pathname } = new URL(request.url());
      const body = request.method() === 'GET' ? this.read(pathname) : this.act(pathname, request.postDataJSON());
      await route.fulfill({ json: body });
    });
  }

  private read(path: string): object {
    if (path === '/api/desk/me') return { id: 'o-1', department: 'elderly-care', isSupervisor: false, scopes: [] };
    if (path === '/api/packages') return { packages };
    if (path === '/api/departments') return { departments };
    if (path === '/api/desk/officers') return { officers: [] };
    if (path.endsWith('/notes')) return { notes: [] };
    if (path.endsWith('/writs')) return { writs: [] };
    if (path === '/api/desk/cases') return { cases: [], counts: { ...counts, extensionsAsked: 0, asksWaiting: 0 } };
    return this.shown;
  }

  private act(path: string, body: unknown): object {
    const act = path.split('/').at(-1) ?? '';
    if (act === 'rehearsal') return { outcome: 'granted', reason: 'assessed', facts: { level: 1 }, grounds: [] };
    if (act === 'preview') return { writs: [] };
    this.sent.push({ act, body });
    this.shown = { ...this.shown, version: 4, status: 'decided', outcome: 'granted', closedAt: '2026-03-12T03:00:00Z' };
    return this.shown;
  }
}
