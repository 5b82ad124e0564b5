import { inBrowser, violations } from '@lianban/browser-testing';
import type { Page } from 'playwright-core';
import { demoResident } from '../src/demo/people';
import { waitFor } from '../src/wait-for';
import { press } from './harness/applicant';
import { type People, takeScreenshots, openBrowser } from './harness/browser';
import { type TestCity, startCity } from './harness/city';
import { act, caseWhen } from '../src/desk';
import { testServers } from './harness/servers';
import { wholeShop } from './harness/shop';

let city: TestCity;
let people: People;
beforeAll(async () => {
  city = await startCity({ name: 'at-the-desk', servers: testServers(), residents: 3, issuer: true });
  people = await openBrowser(city.url);
});
afterAll(async () => {
  await people?.leave();
  await city?.stop();
});

const officer = () => city.officer('permits', 'officer-permits');

/** A licence case that waits at the desk of permits. */
async function aLicence(n: number): Promise<string> {
  const number = await city.assisted(n).submit(wholeShop);
  await caseWhen(officer(), number, 'licence', 'received');
  return number;
}
const comeToDesk = async (account: string, path: string): Promise<Page> => {
  const page = await people.comeAs(account, path);
  await page.setViewportSize({ width: 1280, height: 800 });
  return page;
};

/** The form of a package at the counter, for a resident identified by their identity card. */
async function atTheCounter(n: number, what: string): Promise<Page> {
  const page = await comeToDesk('counter-permits', '/desk/counter');
  await page.getByLabel('证件号码').fill(demoResident(n).idNumber);
  await press(page, '查找');
  await page.getByRole('combobox', { name: '选择一件事' }).click();
  await page.getByTitle(what).click();
  return page;
}

inBrowser('at the desk', () => {
  test('an act on a case that changed meanwhile is refused, naming who changed it', async () => {
    const number = await aLicence(1);
    const page = await comeToDesk('officer-permits', `/desk/cases/${number}/licence`);
    await page.getByRole('button', { name: '认领' }).waitFor();
    await act(city.officer('permits', 'officer-1'), number, 'licence', 'acceptance');
    await press(page, '认领');
    await page.getByText(/^.+于 .* 操作了此件（受理）/).waitFor();
    await takeScreenshots(page, 'desk-conflict');
    expect(await violations(page)).toEqual([]);
    await press(page, '知道了');
    await page.getByText(/^由 .+ 经办$/).waitFor();
  });

  test('a supervisor hands a case to an officer chosen by name', async () => {
    const number = await aLicence(2);
    const { officers } = await officer().get<{ officers: { id: string; name: string }[] }>('/api/desk/officers');
    const name = officers.find(({ id }) => id === 'officer-permits')!.name;
    const page = await comeToDesk('supervisor-permits', `/desk/cases/${number}/licence`);
    await press(page, '转派');
    const choice = page.getByRole('combobox', { name: '转派给' });
    // By the keyboard: a press on a list that is just being placed can miss it.
    await choice.fill(name);
    await choice.press('Enter');
    await page.getByRole('dialog').getByRole('button', { name: '转派' }).click();
    await page.getByText(/^由 .+ 经办$/).waitFor();
    expect(await page.getByText(/^由 .+ 经办$/).innerText()).not.toContain('officer-permits');
    expect(await officer().get(`/api/desk/cases/${number}/licence`)).toMatchObject({ holder: 'officer-permits' });
  });

  test('at a counter an officer applies with a resident, once, and it is marked', async () => {
    const page = await atTheCounter(3, '失业再就业开小店');
    await page.getByLabel('失业原因').click();
    await page.getByTitle('本人辞职').click();
    await page.getByLabel('最后工作日').fill('2026-02-27');
    await page.getByLabel('家庭存款').fill('8000');
    await page.getByLabel('经营面积').fill('24');
    await takeScreenshots(page, 'desk-counter');
    // Checks the page after the dropdown has closed, not while it is half hidden.
    await page.locator('.ant-select-dropdown:visible').first().waitFor({ state: 'hidden' });
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: '提交申请' }).dblclick();
    await page.getByText(/办件编号 LB\d+/).waitFor();
    const { applications } = await city
      .resident(3)
      .get<{ applications: { assistedBy?: string; applicationNumber: string }[] }>('/api/applications');
    expect(applications).toHaveLength(1);
    const whole = await city.resident(3).get(`/api/applications/${applications[0]?.applicationNumber}`);
    expect(whole).toMatchObject({ assistedBy: 'counter-permits' });
    // The page for the next client contains nothing of the last one.
    await press(page, '为下一位办理');
    expect(await page.getByLabel('证件号码').inputValue()).toBe('');
  });

  test('a consent given at the counter is the resident’s, recorded by the officer', async () => {
    const page = await atTheCounter(1, '家有老人需照护');
    await page.getByLabel('是否同时申请最低生活保障？').getByText('是', { exact: true }).click();
    await page.getByLabel(/共同生活的家庭成员/).check();
    await takeScreenshots(page, 'desk-counter-consent');
    await press(page, '提交申请');
    await page.getByText(/办件编号 LB\d+/).waitFor();
    const kept = await waitFor('the consent is kept', async () => {
      const { consents } = await city.resident(1).get<{ consents: unknown[] }>('/api/me/consents');
      return consents[0];
    });
    const to = { to: 'social-assistance', purpose: 'minimum-living-allowance' };
    expect(kept).toMatchObject({ ...to, form: 'on-site', assistedBy: 'counter-permits' });
  });

  test('its pages in English and the board meet WCAG 2.2 AA', async () => {
    const page = await comeToDesk('supervisor-permits', '/desk/');
    await press(page, '设置');
    await page.getByText('English').click();
    await page.keyboard.press('Escape');
    const found: Record<string, readonly string[]> = {};
    const { cases } = await officer().get<{ cases: { id: string }[] }>('/api/desk/cases?limit=1');
    for (const [name, path] of [
      ['queue', ''],
      ['case', `cases/${cases[0]?.id}`],
      ['counter', 'counter'],
      ['board', 'board'],
    ] as const) {
      await page.goto(`${city.url}/desk/${path}`);
      await page.getByRole('heading').first().waitFor();
      await page.waitForLoadState('networkidle');
      await takeScreenshots(page, `desk-en-${name}`);
      const those = await violations(page);
      if (those.length > 0) found[name] = those;
    }
    expect({ found, complaints: people.complaints }).toEqual({ found: {}, complaints: [] });
  });
});
