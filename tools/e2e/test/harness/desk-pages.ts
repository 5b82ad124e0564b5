import { shownText, strayWords } from '@lianban/browser-testing';
import type { Page } from 'playwright-core';

export const wholeApplication = /查看全流程|Show the whole application/;
/** Everything on a case's page that is behind a button and changes nothing. */
export const behindButtons = [
  /查看申请人信息|Show the applicant/,
  wholeApplication,
  ...[/补正告知|Ask for what/, /^(作出决定|Decide)$/, /^(暂停计时|Stop the clock)$/, /延长时限|to extend/],
];

/** Goes to an address as a link of the desk does: nobody waits for the program to be loaded again. */
export const followOnDesk = (page: Page, path: string): Promise<void> =>
  page.evaluate(`history.pushState(null, '', '/desk/${path}'); dispatchEvent(new PopStateEvent('popstate'))`);

/** The words on the page that its reader cannot read, with whatever a press opened. @param people their names and words: of any language */
export async function strayOnDesk(
  page: Page,
  language: 'zh-CN' | 'en',
  people: readonly string[],
): Promise<readonly string[]> {
  // antd names its icons for programmers; what an icon means stands beside it, or on its button.
  const html = await page.evaluate<string>(`
    document.querySelectorAll('.anticon').forEach((icon) => icon.removeAttribute('aria-label'));
    document.documentElement.outerHTML`);
  return strayWords(shownText(html), language, people);
}
