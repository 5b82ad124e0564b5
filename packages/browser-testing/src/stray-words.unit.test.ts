import { shownText } from './shown-text';
import { strayWords } from './stray-words';

test.each([
  ['已受理 no-notice-open', ['no-notice-open']],
  ['房产 monthlyIncomeCents', ['monthlyIncomeCents']],
  ['resident_id', ['resident_id']],
  ['officer:officer-permits', ['officer-permits', 'officer:officer-permits', 'officer']],
  ['由 resident-3 代办', ['resident-3']],
  ['wantsMinimumLiving = true', ['wantsMinimumLiving', 'wantsMinimumLiving = true']],
  ['版本 demo-2026', ['demo-2026']],
  ['原因：licence', ['licence']],
  ['区县 410105', ['410105']],
  ['不能办理：The case has been accepted.', ['The case has been accepted']],
  ['办件编号 LB20260302000001，PDF、JPEG 或 PNG，GB/T 42195-2022，¥2,000.00，ZY-2026-000123', []],
])('on a Chinese page “%s” has %j', (text, stray) => {
  expect(strayWords(text, 'zh-CN')).toEqual(stray);
});

test.each([
  ['由 permits 办理', ['由', '办理']],
  ['Bring an up-to-date copy of savings-cents', ['savings-cents']],
  ['The case has been accepted.', []],
])('on an English page “%s” has %j', (text, stray) => {
  expect(strayWords(text, 'en')).toEqual(stray);
});

test('an officer’s number may be shown', () => {
  expect(strayWords('经办人 adm-7', 'zh-CN', ['adm-7'])).toEqual([]);
});

test('people write in any language, but no code stands in the place of a name', () => {
  expect(strayWords('\u2068I changed my mind later\u2069 \u2068resident-3\u2069', 'zh-CN')).toEqual(['resident-3']);
});

test('text is what is shown and what is said of it, with people’s own words and other languages apart', () => {
  const html =
    '<!doctype html><html lang="zh-CN"><style>a-b{}</style><p title="提示">收件<br>经办 &amp; 复核</p><p dir="auto">Own <b>words</b></p>' +
    '<bdi>Name</bdi><button lang="en">English</button><a href="/x-y" aria-label="打开">里</a></html>';
  const apart = ['Own ', 'words', 'Name', 'English'].map((text) => `\u2068${text}\u2069`);
  expect(shownText(html).split('\n')).toEqual(['提示', '收件', '经办 & 复核', ...apart, '打开', '里']);
});
