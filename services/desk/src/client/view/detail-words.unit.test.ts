import { detailWords } from './detail-words';

const named = {
  steps: [{ id: 'course', name: { zh: '创业培训', en: 'Start-up course' } }],
  text: (of: { zh: string; en: string } | undefined) => of?.zh ?? '',
  codeName: (code: string) => ({ 'hygiene-layout': '布局流程图', 'health-certificates': '健康证明' })[code] ?? code,
};

test.each([
  ['supplement-requested', 'hygiene-layout, health-certificates', '布局流程图、健康证明'],
  ['stopped', 'course', '创业培训'],
  ['not-needed', 'savingsCents < 2000000', ''],
  ['objection-raised', 'OB1', ''],
  ['withdrawn', '想晚点再办', '想晚点再办'],
  ['accepted', undefined, ''],
])('after “%s” the detail %j is read as “%s”', (what, detail, text) => {
  expect(detailWords(what, detail, named)).toBe(text);
});
