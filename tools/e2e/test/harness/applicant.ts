import type { Page } from 'playwright-core';
import { leave } from './browser';

/** Minimal valid files of each type. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const pdf = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
);
export const files = {
  photo: { name: 'photo.png', mimeType: 'image/png', buffer: png },
  scan: { name: 'scan.pdf', mimeType: 'application/pdf', buffer: pdf },
  program: { name: 'program.exe', mimeType: 'application/x-msdownload', buffer: Buffer.from('MZ\x90\x00') },
};
export type UploadSample = (typeof files)[keyof typeof files];

export const press = (page: Page, name: string): Promise<void> => page.getByRole('button', { name }).click();
export const follow = (page: Page, name: string): Promise<void> =>
  leave(page, () => page.getByRole('link', { name }).first().click());

/** Called on each page of the journey: takes screenshots and notes its address. */
export type OnPage = (page: Page, name: string) => Promise<void>;

/** Answers a question and waits for the next address, because the next question may look the same. */
export async function answer(page: Page, label: string, value: string | true): Promise<void> {
  if (value === true) await page.getByLabel(label, { exact: true }).check();
  else await page.getByLabel(label).fill(value);
  await leave(page, () => press(page, '保存并继续'));
}

/** Uploads a paper on a page that lists several; `name` is its label, when the catalogue has no name for it. */
export async function upload(page: Page, paper: string, file: UploadSample, name = paper): Promise<void> {
  const panel = page.locator('section.panel', { hasText: paper });
  await panel.getByLabel(`选择文件：${name}`).setInputFiles(file);
  await panel.getByRole('button', { name: '上传' }).click();
  await panel.getByText('已上传').waitFor();
}

/** Goes from the home page by search to the guide, and from there to the sign-in. */
export async function find(page: Page, words: string, name: string, look: OnPage): Promise<void> {
  await look(page, 'home');
  await page.getByLabel('您想办什么事？').fill(words);
  await leave(page, () => press(page, '搜索'));
  await look(page, 'search');
  await follow(page, name);
  await look(page, 'guide');
  await follow(page, '开始申请');
}

/** Fills in 失业再就业开小店 from its task list. */
export async function fillInShop(page: Page, look: OnPage): Promise<void> {
  await look(page, 'tasks');
  await follow(page, '失业原因');
  await look(page, 'choice');
  await answer(page, '劳动合同到期', true);
  await look(page, 'date');
  await answer(page, '最后工作日', '2026-01-31');
  await look(page, 'amount');
  await answer(page, '家庭存款', '8000');
  await answer(page, '经营面积', '24');
  await follow(page, '准备材料');
  await look(page, 'materials');
  await upload(page, '从业人员健康证明', files.scan);
  await upload(page, '布局流程图', files.photo);
  await upload(page, '招牌效果图', files.photo);
  await look(page, 'materials-uploaded');
  await follow(page, '回到清单');
}

/** Fills in 家有老人需照护 from its task list: `wishes` in the order of its questions. */
export async function fillInCare(page: Page, look: OnPage, wishes: readonly ('是' | '否')[]): Promise<void> {
  if (await page.getByRole('heading', { name: '为谁申请？' }).isVisible()) {
    await look(page, 'for-whom');
    await page.getByLabel('本人').check();
    await leave(page, () => press(page, '继续'));
  }
  await look(page, 'care-tasks');
  await follow(page, '同时申请最低生活保障');
  await look(page, 'yes-or-no');
  for (const wish of wishes) await answer(page, wish, true);
  await follow(page, '准备材料');
  await upload(page, '不动产权证明', files.scan);
  await upload(page, '改造方案', files.photo);
  await follow(page, '回到清单');
}

/** Checks the summary, hands the application in, and returns its number. */
export async function handIn(page: Page, look: OnPage, answers = 'answers'): Promise<string> {
  await follow(page, '核对并提交');
  await page.getByRole('button', { name: '提交申请' }).waitFor();
  await look(page, answers);
  // Shown when a department asks about the applicant only with their consent.
  for (const consent of await page.getByLabel('同意', { exact: true }).all()) await consent.check();
  await press(page, '提交申请');
  await page.getByRole('heading', { name: '申请已提交' }).waitFor();
  await look(page, 'received');
  const number = await page.locator('strong.big').innerText();
  await follow(page, '查看进度');
  return number;
}
