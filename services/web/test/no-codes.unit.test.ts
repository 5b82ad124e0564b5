import { shownText, strayWords } from '@lianban/browser-testing';
import { fields, purposes } from '../src/i18n/reads';
import { reasons } from '../src/i18n/reasons';
import { applicant, application, step } from './applicant';
import { openSite, type OpenSite, signedIn } from './site';

let site: OpenSite;
beforeEach(async () => {
  site = await openSite({ ...applicant(), 'GET /api/me/mandates': { given: [], received: [] } });
});
afterEach(() => site.close());

const modes = ['standard', 'elder'].flatMap((mode) =>
  (['zh-CN', 'en'] as const).map((language) => ({ language, Cookie: `mode=${mode}; lang=${language}` })),
);

/** The words of a page that its reader cannot read, in both languages and modes. Officers are shown by their numbers. */
async function strayOn(path: string): Promise<readonly string[]> {
  const found = modes.map(async ({ language, Cookie }) => {
    const answer = await site.get(path, { ...signedIn, Cookie });
    return strayWords(shownText(await answer.text()), language, ['adm-7']);
  });
  return [...new Set((await Promise.all(found)).flat())];
}

const shown = async (path: string) => shownText(await (await site.get(path, signedIn)).text());

const statuses =
  'waiting requested accepted supplement paused payable processing drafted offered booked granted refused not-needed stopped cancelled compensating compensated needs-operator of-tomorrow';
const happened =
  'submitted requested not-needed stopped accepted supplement-requested supplement-provided paused resumed extended payable processing drafted offered booked objection-raised objection-dismissed granted refused cancellation-requested cancelled compensation-requested compensated needs-operator taken-over withdrawn ended of-tomorrow';
const why = [...Object.keys(reasons), 'savingsCents < 2000000', 'wantsMinimumLiving = true', 'course', 'of-tomorrow'];

test('the page of an application shows no codes, for any step and department', async () => {
  const grounds = [{ rule: '第九条', version: 'demo-2026', explanation: 'Below the line.', met: false }];
  const kinds = ['decision', 'payment', 'document', 'booking', 'of-tomorrow'];
  for (const [turn, reason] of why.entries()) {
    const kind = kinds[turn % kinds.length]!;
    const ids = ['registration', 'course', 'relief', 'licence', 'sign'];
    const steps = statuses.split(' ').map((status, place) =>
      step(ids[place % ids.length]!, {
        name: { zh: '事项', en: 'Item' },
        kind,
        status,
        reason,
        grounds,
        facts: { level: 2 },
      }),
    );
    const timeline = happened.split(' ').map((what) => {
      const detail = what === 'ended' ? 'partly-granted' : what === 'withdrawn' ? '想晚点再办' : reason;
      return { at: '2026-03-02T01:00:00Z', what, step: 'relief', department: 'permits', detail, agent: 'resident-6' };
    });
    const agent = 'resident-6';
    site.answers['GET /api/applications/LB1'] = application({ steps, timeline, agent });
    expect([reason, await strayOn('/applications/LB1')]).toEqual([reason, []]);
  }
});

test('the reason why a step is not needed is the label of the catalogue’s condition', async () => {
  const steps = [
    step('course', { status: 'refused' }),
    step('relief', { status: 'not-needed', reason: 'savingsCents < 2000000' }),
    step('licence', { status: 'stopped', reason: 'course' }),
  ];
  site.answers['GET /api/applications/LB1'] = application({ steps });
  const zh = await shown('/applications/LB1');
  expect(zh).toContain('不符合：家庭存款低于 20000 元');
  expect(zh).toContain('“事项course”未获批准');
});

test('the book of reads shows no codes; it links to applications only', async () => {
  const read = { at: '2026-03-02T01:00:00Z', firstAt: '2026-03-02T01:00:00Z', count: 1, fields: Object.keys(fields) };
  const reads = [...Object.keys(purposes), 'temporary-relief', 'of-tomorrow'].flatMap((purpose) => [
    { ...read, purpose, reader: 'social-assistance', caseId: 'LB1/relief' },
    { ...read, purpose, reader: 'officer:adm-7', department: 'permits', caseId: 'counter' },
    { ...read, purpose, reader: 'supervisor:adm-7', department: 'of-tomorrow', caseId: 'open-small-shop' },
    { ...read, purpose, reader: 'resident:resident-2', caseId: 'own', fields: ['of-tomorrow'] },
    { ...read, purpose, reader: 'gateway', caseId: 'MD00000001' },
  ]);
  site.answers['GET *'] = {
    reads,
    given: [],
    received: [],
    consents: [],
    residentId: 'resident-2',
    name: '',
    idNumberMasked: '',
    fields: [],
  };
  const zh = await shown('/me');
  expect(await strayOn('/me')).toEqual([]);
  for (const word of ['行政审批局 · 经办人 adm-7', '您本人', '核对身份', '身份证号（部分隐藏）'])
    expect(zh).toContain(word);
  const html = await (await site.get('/me', signedIn)).text();
  expect(new Set(html.match(/href="\/applications\/[^"]*"/g))).toEqual(new Set(['href="/applications/LB1"']));
});

test('no other page that opens without more shows codes', async () => {
  Object.assign(site.answers, {
    'GET /api/applications/LB1/missing': {
      steps: [{ step: 'course', department: 'permits', wanted: [{ code: 'of-tomorrow', received: [] }] }],
    },
    'GET /api/applications/LB1': application({
      steps: [step('course', { status: 'supplement', name: { zh: '事项', en: 'Item' } })],
    }),
    'GET /api/applications?limit=20': { applications: [application()] },
    'GET /api/me/drafts': { drafts: [{ package: 'open-small-shop', keptUntil: '2026-05-31T01:00:00Z' }] },
  });
  const found: Record<string, readonly string[]> = {};
  for (const path of pages) {
    expect([path, (await site.get(path, signedIn)).status]).toEqual([path, 200]);
    const stray = await strayOn(path);
    if (stray.length > 0) found[path] = stray;
  }
  expect(found).toEqual({});
});

const pages = [
  '/',
  '/search?q=2',
  ...['open-small-shop', 'elderly-parent-care'].flatMap((code) => [`/things/${code}`, `/things/${code}/check`]),
  ...['/help', '/privacy', '/accessibility', '/settings', '/me/mandates/new'],
  ...['', '/open-small-shop', '/open-small-shop/reason', '/open-small-shop/savingsCents'].map((of) => `/apply${of}`),
  ...['/apply/open-small-shop/materials', '/apply/open-small-shop/check-answers'],
  ...['', '/LB1/received', '/LB1/withdraw', '/LB1/steps/course/supplement'].map((of) => `/applications${of}`),
];
