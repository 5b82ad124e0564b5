import type { Page } from 'playwright-core';
import type { TestCity } from '../../src/city';
import { type OnPage, press } from './applicant';
import type { People } from './browser';
import { caseWhen } from '../../src/desk';

export interface DecisionInput {
  readonly outcome: '准予' | '不予';
  /** The label of the reason in the list. */
  readonly reason?: string;
  /** By name of the finding: a score, or the label in the list. */
  readonly findings?: Readonly<Record<string, number | string>>;
}

/** Signs in at the desk as the department's officer and opens a case from the queue, once it is there. */
export async function openCase(
  city: TestCity,
  people: People,
  department: string,
  number: string,
  step: string,
  look: OnPage,
) {
  await caseWhen(city.officer(department), number, step, 'received', 'accepted');
  const page = await people.comeAs(`officer-${department}`, `/desk/?number=${number}`);
  const row = page.locator(`a[href="/desk/cases/${number}/${step}"]`);
  await row.waitFor();
  await look(page, 'desk-queue');
  await row.click();
  await page.getByRole('button', { name: '认领' }).waitFor();
  return page;
}

/** Claims the case, accepts it, and opens its materials and answers. */
export async function takeUp(page: Page, look: OnPage): Promise<void> {
  await press(page, '认领');
  await page.getByText('由我经办').waitFor();
  await press(page, '受理');
  await confirmWrit(page);
  // Only an accepted case can be paused; the button shows that the page has the new version.
  await page.getByRole('button', { name: '暂停计时' }).waitFor();
  // Facts requested on acceptance must have arrived before the case is decided.
  await page.getByText('还在等待').waitFor({ state: 'hidden' });
  await press(page, '查看申请人信息');
  await page.getByText('居民身份证').waitFor();
  await press(page, '查看全流程');
  await page.getByRole('heading', { name: '办理记录' }).waitFor();
  await look(page, 'desk-case');
}

/** Reads what the act tells the applicant, and confirms; before a public notice nothing is told yet. */
async function confirmWrit(page: Page): Promise<void> {
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^确认(并送达|办理)$/ })
    .click();
}

/** Asks the applicant for a material that is not in the catalogue. */
export async function askFor(page: Page, note: string, look: OnPage): Promise<void> {
  await press(page, '补正告知');
  await page.getByLabel('缺少什么').click();
  await page.getByTitle('其他材料', { exact: false }).click();
  await page.getByLabel('给申请人的说明').fill(note);
  await look(page, 'desk-supplement');
  await press(page, '确认');
  await confirmWrit(page);
  await page.getByText('正在等待申请人补正').waitFor();
}

/** Enters the findings, makes a dry run of the rule, and decides. */
export async function decideAtDesk(
  page: Page,
  { outcome, reason, findings = {} }: DecisionInput,
  look: OnPage,
): Promise<void> {
  await press(page, '作出决定');
  const form = page.locator('form', { has: page.getByRole('heading', { name: '核查结果' }) });
  for (const [name, value] of Object.entries(findings)) {
    const input = form.locator(`#findings_${name}`);
    if (typeof value === 'number') await input.getByRole('radio', { name: `${value} 分` }).check();
    else {
      await input.click();
      await page.getByTitle(value, { exact: true }).click();
    }
  }
  await form.getByRole('button', { name: '按当前核查结果预判' }).click();
  await form.getByText('规则结论').waitFor();
  await form.getByText(outcome, { exact: true }).click();
  if (reason) {
    await form.getByLabel('理由').click();
    await page.getByTitle(reason).click();
  }
  await look(page, 'desk-decide');
  await form.getByRole('button', { name: outcome === '准予' ? '确认准予' : '确认不予' }).click();
  await confirmWrit(page);
  await page.getByText('此件已结束，只能查看。').or(page.getByText('正在公示')).waitFor();
  await look(page, 'desk-decided');
}
