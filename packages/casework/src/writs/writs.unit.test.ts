import { createHash } from 'node:crypto';
import { chineseWorkingDays } from '../calendar/chinese-working-days';
import type { CaseState } from '../lifecycle/state';
import { writsOf } from '../lifecycle/issue-writ';
import { accepted, at, endOf, given, givenState, received, step } from '../../test/given/example';
import { exampleOffice } from '../../test/given/office';
import { appealDays } from './appeal-days';
import { wording1 } from './wording-1';
import { wording2 } from './wording-2';
import { writTexts } from './writ-text';

const texts = (state: CaseState) => writTexts(state, exampleOffice, chineseWorkingDays);
const kinds = (state: CaseState) => writsOf(state).map(({ kind }) => kind);
const linesOf = (state: CaseState, language: 'zh' | 'en' = 'zh') =>
  texts(state)
    .at(-1)!
    .parts.flatMap(({ heading, lines }) => [...(heading ? [heading] : []), ...lines].map((line) => line[language]));
const decide = (outcome: 'granted' | 'refused', reason = 'conditions-met') =>
  ({ type: 'Decide', officer: 'o-1', outcome, reason, findings: {} }) as const;
const refusedByRule = () =>
  given([], at('03-02')).when({
    type: 'ReceiveStep',
    request: step({ item: 'needs-seat', decidedBy: 'rule' }),
  }).state;
const reviewed = () => {
  const refused = givenState(refusedByRule(), at('03-02')).when({
    type: 'Learn',
    name: 'seat',
    value: { available: false },
  });
  return givenState(refused.state, at('03-04')).when({
    type: 'RaiseObjection',
    objection: 'x-1',
    raisedAt: at('03-04'),
    review: true,
  }).state;
};

describe('each act is told in writing', () => {
  test('an acceptance, with both limits', () => {
    expect(kinds(received())).toEqual([]);
    expect(kinds(accepted())).toEqual(['acceptance']);
    expect(linesOf(accepted())).toContain('我单位承诺在2026年3月16日前（含当日）办结；法定期限到2026年3月30日为止。');
    expect(linesOf(accepted(), 'en')).toContain(
      'We promise to decide by 16 March 2026; the law allows until 30 March 2026.',
    );
  });

  test('a supplement, with the officer’s words and the day', () => {
    const missing = [{ code: 'plan', note: '请标明水池位置（䶮·𠮷）' }];
    const { state } = givenState(received(), at('03-03')).when({ type: 'RequestSupplement', officer: 'o-1', missing });
    expect(kinds(state)).toEqual(['supplement']);
    expect(linesOf(state)).toContain('布局图：请标明水池位置（䶮·𠮷）');
    expect(linesOf(state)[0]).toContain('请在2026年4月2日前（含当日）补齐');
  });

  test('what a rule asks for is named by the catalogue, never in the rule’s own English', () => {
    const { state } = given([], at('03-02')).when({ type: 'ReceiveStep', request: step({ answers: {} }) });
    expect(kinds(state)).toEqual(['supplement']);
    expect(linesOf(state)).toContain('家庭收入');
    expect(linesOf(state).join()).not.toContain('Income');
  });

  test('a pause, an extension', () => {
    const paused = givenState(accepted(), at('03-04')).when({ type: 'Pause', officer: 'o-1', reason: 'hearing' }).state;
    expect(kinds(paused)).toEqual(['acceptance', 'pause']);
    expect(linesOf(paused)[0]).toContain('需要：听证。自2026年3月4日起');
    const asked = givenState(accepted(), at('03-04')).when({
      type: 'AskExtension',
      officer: 'o-1',
      days: 5,
      reason: 'complex',
    });
    expect(kinds(asked.state)).toEqual(['acceptance']);
    const { state } = givenState(asked.state, at('03-05')).when({ type: 'ApproveExtension', officer: 's-1' });
    expect(kinds(state)).toEqual(['acceptance', 'extension']);
    expect(linesOf(state)[0]).toContain('因为情况复杂，经本单位负责人批准，办理期限延长 5 个工作日');
  });

  test('a grant and a refusal, with reason, grounds, law and the way of appeal with its days', () => {
    const { state } = givenState(accepted(), at('03-06')).when(decide('granted'));
    expect(kinds(state)).toEqual(['acceptance', 'grant']);
    expect(linesOf(state)).toEqual([
      '您申请的“能力评估”（办件编号 LB20260302000001），经审查，我单位决定予以批准。',
      '理由：符合条件。',
      '决定内容',
      '等级：2',
      '事实和依据',
      '《示例办法》第一条：须符合条件。（满足）',
      '法律依据',
      '《中华人民共和国行政许可法》',
      '《行政许可法》第三十八条',
      '不服怎么办',
      '可以自收到本文书之日起 60 日内，向示例市人民政府申请行政复议（《行政复议法》第二十条）。签发当日收到的，最迟到2026年5月6日。',
      '也可以自收到本文书之日起 6 个月内，向示例市人民法院提起行政诉讼（《行政诉讼法》第四十六条）。签发当日收到的，最迟到2026年9月7日。',
    ]);
    const refused = givenState(accepted(), at('03-06')).when(decide('refused', 'never-came')).state;
    expect(kinds(refused)).toEqual(['acceptance', 'refusal']);
    expect(linesOf(refused)).toContain('理由：申请人没有到场。');
    expect(linesOf(refused)).toContain('经办人的认定：经办人认定：申请人没有到场。（不满足）');
  });

  test('a decision after a review corrects the one before, or confirms it; the refusal keeps its own reasons', () => {
    const corrected = givenState(reviewed(), at('03-05')).when({
      ...decide('granted'),
      findings: { seat: { available: true } },
    }).state;
    expect(kinds(corrected)).toEqual(['acceptance', 'refusal', 'correction']);
    const [, refusal, correction] = texts(corrected);
    expect(linesOf(corrected)).toContain(`本决定更正并取代${refusal!.number}。`);
    expect(JSON.stringify(refusal!.parts)).toContain('课程没有名额');
    expect(correction!.title.zh).toBe('更正决定书');
    const confirmed = givenState(reviewed(), at('03-05')).when(decide('refused', 'no-seat')).state;
    expect(kinds(confirmed)).toEqual(['acceptance', 'refusal', 'refusal']);
    expect(linesOf(confirmed)).toContain(`经复核，维持${refusal!.number}的结果。`);
  });

  test('a revocation names the decision it revokes', () => {
    const granted = givenState(accepted(), at('03-06')).when(decide('granted')).state;
    const { state } = givenState(granted, at('03-09')).when({ type: 'Compensate', reason: 'withdrawn' });
    expect(kinds(state)).toEqual(['acceptance', 'grant', 'revocation']);
    expect(linesOf(state)[0]).toContain(`我单位决定撤销${texts(state)[1]!.number}`);
  });
});

describe('a decision put right by two supervisors', () => {
  const granted = givenState(accepted(), at('03-06')).when(decide('granted')).state;
  const corrected = (state: CaseState, outcome: 'granted' | 'refused', day: string, findings = {}) => {
    const ask = { type: 'AskCorrection', officer: 's-1', outcome, reason: 'facts-wrong', findings } as const;
    const asked = givenState(state, at(day)).when(ask).state;
    expect(kinds(asked)).toEqual(kinds(state));
    return givenState(asked, at(day)).when({ type: 'ApproveCorrection', officer: 's-2' }).state;
  };
  const revoked = corrected(granted, 'refused', '03-10');

  test('a grant revoked: which, why, by what law, and what can be done; the grant stays as it was told', () => {
    expect(kinds(revoked)).toEqual(['acceptance', 'grant', 'revocation']);
    expect(linesOf(revoked)).toEqual([
      `您申请的“能力评估”（办件编号 LB20260302000001），我单位决定撤销${texts(granted)[1]!.number}。`,
      '理由：决定所依据的事实有误。',
      ...['法律依据', '《中华人民共和国行政许可法》', '《行政许可法》第六十九条', '不服怎么办'],
      expect.stringContaining('最迟到2026年5月9日') as string,
      expect.stringContaining('最迟到2026年9月10日') as string,
    ]);
    expect(texts(revoked).slice(0, 2)).toEqual(texts(granted));
  });

  test('a refusal corrected: what it replaces, what was wrong, what is decided instead', () => {
    const refused = givenState(accepted(), at('03-06')).when(decide('refused', 'never-came')).state;
    const now = corrected(refused, 'granted', '03-10');
    expect(kinds(now)).toEqual(['acceptance', 'refusal', 'correction']);
    expect(linesOf(now)).toEqual(
      expect.arrayContaining([
        `本决定更正并取代${texts(refused)[1]!.number}。`,
        ...['原决定存在错误：决定所依据的事实有误。', '理由：符合条件。', '等级：2', '不服怎么办'],
      ]),
    );
    expect(linesOf(now, 'en')).toContain('What was wrong with the former decision: the facts it rested on were wrong.');
    expect(texts(now).slice(0, 2)).toEqual(texts(refused));
  });

  test('what is corrected again replaces what was said last, and each keeps its own reasons', () => {
    const again = corrected(revoked, 'granted', '03-11');
    expect(kinds(again)).toEqual(['acceptance', 'grant', 'revocation', 'correction']);
    expect(linesOf(again)).toContain(`本决定更正并取代${texts(revoked)[2]!.number}。`);
    const last = corrected(again, 'refused', '03-12');
    expect(linesOf(last)[0]).toContain(`撤销${texts(again)[3]!.number}`);
    expect(texts(last).slice(0, 4)).toEqual(texts(again));
  });

  test('a decision of a release before documents is named as the former one', () => {
    const refused = givenState(accepted(), at('03-06')).when(decide('refused', 'never-came')).state;
    const of = refused as Extract<CaseState, { file: object }>;
    const { writs, ...file } = of.file;
    expect(writs).toHaveLength(2);
    const old: CaseState = { ...of, file };
    expect(kinds(corrected(old, 'granted', '03-10'))).toEqual(['correction']);
    expect(linesOf(corrected(old, 'granted', '03-10'))).toContain('本决定更正并取代原决定。');
  });
});

describe('a day beyond the holiday tables is provisional', () => {
  const late = (more = {}) =>
    given([], at('12-18')).when({ type: 'ReceiveStep', request: step({ requestedAt: at('12-18'), ...more }) }).state;
  const accept = (state: CaseState) => givenState(state, at('12-18')).when({ type: 'Accept', officer: 'o-1' }).state;
  const mark = '（暂定，以国务院公布的放假安排为准）';

  test('in an acceptance, in both languages', () => {
    expect(linesOf(accept(late()))[1]).toBe(
      `我单位承诺在2027年1月4日${mark}前（含当日）办结；法定期限到2027年1月18日${mark}为止。`,
    );
    expect(linesOf(accept(late()), 'en')[1]).toContain(
      '18 January 2027 (provisional, until the State Council publishes the holidays).',
    );
  });

  test('but not a limit that the law counts in calendar days, until it is extended by working days', () => {
    const accepted = accept(late({ statutoryCalendarDays: 20, promisedDays: 5 }));
    expect(linesOf(accepted)[1]).toBe('我单位承诺在2026年12月25日前（含当日）办结；法定期限到2027年1月7日为止。');
    const ask = { type: 'AskExtension', officer: 'o-1', days: 5, reason: 'complex' } as const;
    const asked = givenState(accepted, at('12-21')).when(ask).state;
    const { state } = givenState(asked, at('12-21')).when({ type: 'ApproveExtension', officer: 's-1' });
    expect(linesOf(state)[1]).toContain(`法定期限到2027年1月14日${mark}为止`);
  });

  test('a document in the first wording stays as it was told', () => {
    const now = accept(late()) as Extract<CaseState, { file: object }>;
    const writs = writsOf(now).map((writ) => ({ ...writ, wording: 1 }));
    expect(linesOf({ ...now, file: { ...now.file, writs } })[1]).toBe(
      '我单位承诺在2027年1月4日前（含当日）办结；法定期限到2027年1月18日为止。',
    );
  });
});

test('numbers have no gap in a case, name year and kind, and are all different', () => {
  const { state } = givenState(accepted(), at('03-06')).when(decide('granted'));
  expect(texts(state).map(({ number }) => number)).toEqual([
    expect.stringMatching(/^示例〔2026〕受字第 LB20260302000001-\d{6}-1 号$/),
    expect.stringMatching(/^示例〔2026〕准字第 LB20260302000001-\d{6}-2 号$/),
  ]);
});

test('another step of the same application has other numbers', () => {
  const [one, other] = ['assess', 'pay'].map(
    (name) => texts({ ...accepted(), id: `LB20260302000001/${name}` } as CaseState)[0]!.number,
  );
  expect(one).not.toBe(other);
});

test('a case of a release before writs has none, and its next act is the first', () => {
  const before = accepted() as Extract<CaseState, { file: object }>;
  const old = { ...before, file: { ...before.file, writs: undefined } } as unknown as CaseState;
  expect(texts(old)).toEqual([]);
  expect(kinds(givenState(old, at('03-06')).when(decide('granted')).state)).toEqual(['grant']);
});

test.each([
  [wording1, '5d18e2e015da39b86801c3d5e60cb1ade98d0af3e8222511182ef27998ab7cd2'],
  [wording2, '319d6ffb7d52354bb10162d4b0b65d88e3d5e4c2e4928ede7a8517910214e59e'],
])(
  'a wording in which documents were issued is never edited: write the next one beside it, and pin that',
  (of, pin) => {
    expect(createHash('sha256').update(JSON.stringify(of)).digest('hex')).toBe(pin);
  },
);

test('a letterhead of a later day changes nothing of what was issued before it', () => {
  const { letterheads } = exampleOffice;
  const next = {
    ...letterheads[0]!,
    from: '2026-03-06',
    version: 'demo-2',
    short: '新名',
    organ: { zh: '新名', en: 'New' },
  };
  const { state } = givenState(accepted(), at('03-06')).when(decide('granted'));
  const now = writTexts(state, { ...exampleOffice, letterheads: [...letterheads, next] }, chineseWorkingDays);
  expect(now[0]).toEqual(texts(state)[0]);
  expect(now[1]!.organ.zh).toBe('新名');
});

test('the digest is of the data: a changed reason has another, and a stored writ read again the same', () => {
  const { state } = givenState(accepted(), at('03-06')).when(decide('granted'));
  const [, digest] = texts(state).map((each) => each.digest);
  const again = JSON.parse(JSON.stringify(state), (key, value: unknown) =>
    typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value) ? new Date(value) : value,
  ) as CaseState;
  expect(texts(again)[1]!.digest).toBe(digest);
  const changed = JSON.parse(JSON.stringify(state).replace('"level":2', '"level":3'), (key, value: unknown) =>
    typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value) ? new Date(value) : value,
  ) as CaseState;
  expect(texts(changed)[1]!.digest).not.toBe(digest);
});

test.each([
  // 60 days; 6 months; a last day off moves on; 31 August has no counterpart in February.
  ['2026-01-05', '2026-03-06', '2026-07-06'],
  ['2026-02-02', '2026-04-03', '2026-08-03'],
  ['2026-04-01', '2026-06-01', '2026-10-08'],
  ['2026-08-31', '2026-10-30', '2027-02-28'],
])('a decision of %s can be appealed until %s and %s', (day, reconsideration, lawsuit) => {
  expect(appealDays(at(day), chineseWorkingDays)).toEqual({
    reconsideration: endOf(reconsideration),
    lawsuit: endOf(lawsuit),
  });
});
