import { findFont } from './font';
import { drawSheet } from './draw-sheet';
import { readPdfs } from '../../test/pdf-text';

const font = findFont(undefined);
const withFont = font ? test : test.skip;
const skipped = font ? '' : ' (SKIPPED: install fonts-noto-cjk)';

const sheet = {
  language: 'zh-CN',
  organ: '示例市行政审批局',
  title: '准予决定书',
  number: '示例〔2026〕准字第 LB20260302000001-048213-2 号',
  addressee: '龚䶮·𠮷·阿卜杜拉：',
  parts: [{ lines: ['经审查，我单位决定予以批准。'] }, { heading: '法律依据', lines: ['《行政许可法》第三十八条', '第二条'] }],
  signature: ['示例市行政审批局', '2026年3月6日'],
  notes: ['数据摘要 0123456789abcdef'],
} as const;

withFont(`rare characters are shown, and the text is in the file${skipped}`, async () => {
  let t = performance.now();
  const { pdf, missing } = await drawSheet(sheet, font!);
  console.log('first', performance.now() - t, pdf.length);
  for (let i = 0; i < 4; i++) { t = performance.now(); await drawSheet(sheet, font!); console.log('next', performance.now() - t); }
  expect(missing).toEqual([]);
  console.log(JSON.stringify(await readPdfs([pdf])));
});
