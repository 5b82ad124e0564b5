import { casework } from '@lianban/protos';

const text = (zh: string, en: string) => ({ zh, en });
export const paper = { name: text('经营场所证明', 'Proof of premises'), grade: 'C' };

/** As the export of own data names it. */
export const ownWrit = {
  number: '示例〔2026〕准字第 A-1-048213-1 号',
  issuedAt: new Date('2026-03-06T01:00:00Z'),
  title: text('准予决定书', 'Decision: granted'),
};

export const writOf = (more: object = {}) =>
  casework.v1.Writ.fromPartial({
    place: 1,
    kind: 'grant',
    ...ownWrit,
    organ: text('示例市行政审批局', 'Example City Permits'),
    parts: [
      { lines: [text('经审查，我单位决定予以批准。', 'We grant it.')] },
      {
        heading: text('法律依据', 'Legal grounds'),
        lines: [text('《行政许可法》第三十八条', 'Licensing Law art. 38')],
      },
    ],
    sealLine: text('示例市行政审批局', 'Example City Permits'),
    address: text('示例路 1 号', '1 Example Road'),
    digest: 'ab'.repeat(32),
    isDemo: true,
    ...more,
  });
