import { inBrowser, keepPicture, violations } from '@lianban/browser-testing';
import type { Page } from 'playwright-core';
import { OneCase, scoreFields } from './one-case';
import { deskInBrowser } from './desk-in-browser';

const scored = scoreFields.filter(({ scale }) => scale);

inBrowser('an assessment of 26 scores', () => {
  const here = deskInBrowser();

  const open = async (desk: OneCase) => {
    const page = await here.visitors.visit();
    await desk.serve(page);
    await page.goto(`${here.served.url}/desk/cases/A-1/assessment`);
    await page.getByRole('button', { name: '作出决定' }).click();
    await page.getByRole('heading', { name: /填写评估/ }).waitFor();
    return page;
  };
  /** Gives every one of these its highest score. */
  const fill = async (page: Page, of: readonly (typeof scored)[number][]) => {
    for (const { label, maximum } of of)
      await page
        .getByRole('radiogroup', { name: label.zh, exact: true })
        .getByRole('radio', { name: `${maximum} 分`, exact: false })
        .check();
  };

  test('stands on a page of its own, grouped, each score with what it stands for, with total and level', async () => {
    const desk = new OneCase();
    const page = await open(desk);
    expect(scored).toHaveLength(26);
    expect(await page.getByRole('group').count()).toBeGreaterThanOrEqual(4);
    await page.getByText('4 分 · 能独立进食，不呛咳').waitFor();
    await page.getByText('演示用说明').waitFor();
    // No button before it is said what it does.
    expect(await page.getByRole('button', { name: /^确认/ }).count()).toBe(0);
    await fill(page, scored.slice(0, 8));
    await page.getByText('总分 32 / 90').waitFor();
    await page.getByText('已评 8 / 26 项').waitFor();
    expect(await violations(page)).toEqual([]);
    for (const width of [1280, 768, 375]) {
      await page.setViewportSize({ width, height: 1024 });
      expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
      await keepPicture(page, `desk-assessment-${width}`);
    }
    await fill(page, scored.slice(8));
    await page.getByText('等级 1').waitFor();
  });

  test('is kept on the device over a reload, confirmed once there is a network again, sent once, and then gone', async () => {
    const desk = new OneCase();
    const page = await open(desk);
    await fill(page, scored.slice(0, 3));
    await page.reload();
    await page.getByText('已评 3 / 26 项').waitFor();
    await page.context().setOffline(true);
    await page.getByText('没有网络').waitFor();
    await fill(page, scored.slice(3));
    await page.getByText('总分 90 / 90').waitFor();
    await page.getByText('联网后显示等级').waitFor();
    await page.getByText('准予', { exact: true }).click();
    await page.getByRole('button', { name: '确认准予' }).dblclick();
    await page.getByText('联网后核对文书并确认').waitFor();
    expect(desk.sent).toEqual([]);
    expect(await violations(page)).toEqual([]);
    await page.context().setOffline(false);
    await page.getByRole('button', { name: '确认办理' }).dblclick();
    await page.getByText('此件已结束，只能查看。').waitFor();
    expect(desk.sent).toHaveLength(1);
    expect(desk.sent[0]).toMatchObject({ act: 'decision', body: { outcome: 'granted', findings: { eating: 4 } } });
    expect(await page.evaluate(() => Object.keys(localStorage).filter((name) => name.includes('findings')))).toEqual(
      [],
    );
  });

  test('a case that somebody else closed keeps no form', async () => {
    const desk = new OneCase({ status: 'decided', outcome: 'granted', closedAt: '2026-03-12T03:00:00Z' });
    const page = await here.visitors.visit();
    await desk.serve(page);
    await page.goto(`${here.served.url}/desk/cases/A-1/assessment/assessment`);
    await page.getByText('此件现在不能由您作出决定。').waitFor();
    expect(await page.getByRole('radio').count()).toBe(0);
  });
});
