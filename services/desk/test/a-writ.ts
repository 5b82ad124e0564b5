const text = (zh: string, en: string) => ({ zh, en });
/** What the case told, and what any act would tell. */
export const writ = {
  place: 1,
  kind: 'grant',
  number: '郑审批〔2026〕准字第 A-1-048213-1 号',
  issuedAt: '2026-03-11T02:00:00Z',
  title: text('准予决定书', 'Decision: granted'),
  organ: text('郑州市行政审批局', 'Permits'),
  parts: [{ lines: [text('经审查，我单位决定予以批准。', 'We grant it.')] }],
  sealLine: text('郑州市行政审批局', 'Permits'),
  address: text('拨打 12345', 'Call 12345'),
  isDemo: true,
};
