import { inBrowser, isWholeCrawl, violations } from '@lianban/browser-testing';
import { rmSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { moderateLoss } from '../src/demo/elderly-parent';
import { demoResident } from '../src/demo/people';
import { applicationWhen, ended, stands, waitFor } from '../src/wait-for';
import { type OnPage, files, fillInCare, fillInShop, find, follow, handIn, press, upload } from './harness/applicant';
import { type People, choose, takeScreenshots, openBrowser } from './harness/browser';
import { type TestCity, startCity } from './harness/city';
import { act, caseWhen, decide } from './harness/desk';
import { askFor, decideAtDesk, openCase, takeUp } from './harness/officer';
import { officersCatalogue } from './harness/officers-catalogue';
import { testServers } from './harness/servers';

let city: TestCity;
let people: People;
const catalogue = officersCatalogue();
beforeAll(async () => {
  const env = { CATALOGUE_FOLDER: catalogue, RATE_ADDRESS_PER_MINUTE: '1000000' };
  city = await startCity({ name: 'journeys', servers: testServers(), residents: 7, issuer: true, env });
  people = await openBrowser(city.url);
});
afterAll(async () => {
  await people?.leave();
  await city?.stop();
  rmSync(catalogue, { recursive: true, force: true });
});

/** Every page that was visited, once: its name, its address, and whose browser shows it. */
const reached = new Map<string, { readonly account: string; readonly path: string }>();
const wrong: Record<string, readonly string[]> = {};

/** On the first visit of a page, takes screenshots, checks WCAG, and notes the address. */
const lookAs =
  (account: string): OnPage =>
  async (page, name) => {
    if (reached.has(name)) return;
    const { pathname, search } = new URL(page.url());
    reached.set(name, { account, path: pathname + search });
    await takeScreenshots(page, name);
    const found = await violations(page);
    if (found.length > 0) wrong[name] = found;
  };
/** Takes screenshots only, because these pages are checked in this mode later. */
const screenshotsOf =
  (journey: string): OnPage =>
  (page, name) =>
    takeScreenshots(page, `${journey}-${name}`);

const step = (page: Page, id: string) => page.locator(`#step-${id}`);
const granted = { outcome: 'granted', reason: 'conditions-met' };
const assessed = { outcome: 'granted', reason: 'assessed', findings: moderateLoss };
const passed = { ...granted, findings: { inspection: 'passed' } };

/** An officer of permits decides, because no rule grants on uploaded copies. */
const seen = (number: string, id: string) =>
  waitFor(`${id} is decided`, () => decide(city.officer('permits'), number, id, granted));

inBrowser('on the real stack', () => {
  test('a resident opens a shop, and officers of three departments decide', async () => {
    const look = lookAs('resident-2');
    const officers = lookAs('officer');
    const page = await people.come();
    await page.goto(city.url);
    await find(page, 'kxd', '失业再就业开小店', look);
    await choose(page, 'resident-2');
    await fillInShop(page, look);
    const number = await handIn(page, look);
    await look(page, 'under-way');

    for (const [department, id] of [
      ['employment', 'registration'],
      ['social-assistance', 'relief'],
    ] as const) {
      const officer = await openCase(city, people, department, number, id, officers);
      await takeUp(officer, officers);
      await decideAtDesk(officer, { outcome: '准予' }, officers);
    }
    const permits = await openCase(city, people, 'permits', number, 'licence', officers);
    await takeUp(permits, officers);
    await askFor(permits, '经营场所的租赁合同', officers);

    // The page shows the officer's request without a reload.
    await page.getByRole('heading', { name: /需要您处理/ }).waitFor();
    await look(page, 'waiting-for-you');
    await follow(page, '立即补正');
    await look(page, 'supplement');
    await upload(page, '经营场所的租赁合同', files.scan, '其他材料');
    await press(page, '提交补正');
    await caseWhen(city.officer('permits'), number, 'licence', 'accepted');
    await permits.reload();
    await decideAtDesk(permits, { outcome: '准予', findings: { inspection: '合格' } }, officers);
    await seen(number, 'sign');

    await page.getByText('全部准予').first().waitFor();
    await step(page, 'sign').getByText('准予').first().waitFor();
    await look(page, 'completed');
    await page.goto(`${city.url}/me`);
    await look(page, 'me');
  });

  test('a resident asks for all that helps an elderly parent, and an officer assesses at the desk', async () => {
    const look = lookAs('resident-1');
    const page = await people.come();
    await page.goto(city.url);
    await find(page, '养老钱', '家有老人需照护', look);
    await choose(page, 'resident-1');
    await fillInCare(page, look, ['是', '是', '是', '否', '是']);
    const number = await handIn(page, look, 'care-answers');
    const officer = await openCase(city, people, 'elderly-care', number, 'assessment', lookAs('officer'));
    await seen(number, 'home-adaptation');
    await takeUp(officer, lookAs('officer'));
    await decideAtDesk(officer, { outcome: '准予', findings: moderateLoss }, lookAs('officer'));
    await applicationWhen(city.resident(1), number, 'there is a notice', stands('minimum-living', 'paused'));
    await step(page, 'minimum-living').getByText('时限暂停').waitFor();
    await look(page, 'notice');
    await city.moveDays(8);
    await page.getByText('全部准予').first().waitFor();
    await look(page, 'care-completed');
  });

  test('a child applies for a parent who gave a mandate; both are named', async () => {
    const child = await people.comeAs('resident-5', '/me');
    const look = lookAs('resident-5');
    await follow(child, '新增委托');
    await look(child, 'new-mandate');
    await child.getByLabel(/我代对方办理/).check();
    const { name, idNumber } = demoResident(4);
    await child.getByLabel('对方的姓名').fill(name);
    await child.getByLabel('对方的身份证号').fill(idNumber);
    await child.getByLabel('家有老人需照护').check();
    await child.getByLabel('到哪一天为止？').fill('2026-12-31');
    await press(child, '提交');
    await child.getByText('待确认').waitFor();
    const parent = await people.comeAs('resident-4', '/me');
    await lookAs('resident-4')(parent, 'asked-for-mandate');
    await press(parent, '确认');
    await parent.getByText('有效').waitFor();

    await child.reload();
    await look(child, 'mandate-in-force');
    await follow(child, '代其办理');
    await look(child, 'acting-for');
    await follow(child, '代其申请');
    await follow(child, '家有老人需照护');
    await fillInCare(child, look, ['否', '是', '是', '否', '否']);
    const number = await handIn(child, look);
    await decide(city.officer('elderly-care'), number, 'assessment', assessed);
    await seen(number, 'home-adaptation');
    await applicationWhen(city.resident(4), number, 'it is completed', ended('completed'));
    await child.reload();
    await child.getByText('全部准予').first().waitFor();
    await look(child, 'acting-for-completed');
    await parent.goto(`${city.url}/applications/${number}`);
    await parent
      .getByText(/由.+代办/)
      .first()
      .waitFor();
    await lookAs('resident-4')(parent, 'done-for-me');
  });

  test('everything works without scripts, too', async () => {
    const look: OnPage = async () => undefined;
    const page = await people.come({ scripts: false });
    await page.goto(city.url);
    await find(page, '开店', '失业再就业开小店', look);
    await choose(page, 'resident-3');
    await fillInShop(page, look);
    const number = await handIn(page, look);
    const permits = city.officer('permits');
    await decide(city.officer('employment'), number, 'registration', granted);
    // Residents must have answered the request for the household's means.
    await waitFor('relief is granted', () => decide(city.officer('social-assistance'), number, 'relief', granted));
    await caseWhen(permits, number, 'licence', 'received');
    await act(permits, number, 'licence', 'acceptance');
    const missing = [{ code: 'lease', note: '经营场所的租赁合同' }];
    await act(permits, number, 'licence', 'supplement-request', { missing });
    await applicationWhen(city.resident(3), number, 'something is asked for', ended('waiting-for-you'));
    await page.reload();
    await follow(page, '立即补正');
    await upload(page, '经营场所的租赁合同', files.photo, '其他材料');
    await press(page, '提交补正');
    await decide(permits, number, 'licence', passed);
    await seen(number, 'sign');
    await applicationWhen(city.resident(3), number, 'it is completed', ended('completed'));
    await page.reload();
    await page.getByText('全部准予').first().waitFor();
    await takeScreenshots(page, 'no-scripts-completed');
  });

  test('in the elder mode too, switched on at the home page', async () => {
    const look = screenshotsOf('elder');
    const page = await people.come();
    await page.goto(city.url);
    await press(page, '切换到长辈版');
    await page.locator('html[data-mode=elder]').waitFor();
    await find(page, '老人护理', '家有老人需照护', look);
    await choose(page, 'resident-7');
    await fillInCare(page, look, ['否', '是', '是', '否', '否']);
    const number = await handIn(page, look);
    await decide(city.officer('elderly-care'), number, 'assessment', assessed);
    await seen(number, 'home-adaptation');
    await page.getByText('全部准予').first().waitFor();
    await look(page, 'completed');
    expect(await page.evaluate(`document.documentElement.dataset.mode`)).toBe('elder');
    await applicationWhen(city.resident(7), number, 'it is completed', ended('completed'));
  });

  test('all pages meet WCAG 2.2 AA, and no content policy was violated', () => {
    expect({ wrong, complaints: people.complaints }).toEqual({ wrong: {}, complaints: [] });
  });

  test('so do they in the other mode and the other language', async () => {
    const found: Record<string, unknown> = {};
    const lookThrough = async (mode: 'standard' | 'elder', lang: 'zh-CN' | 'en') => {
      for (const [account, pages] of Map.groupBy([...reached], ([, { account }]) => account)) {
        if (account === 'officer') continue;
        const page = await people.comeAs(account, '/applications', { mode, lang });
        // An application that was in progress and is completed now has the same address, so it is one page.
        for (const [path, name] of new Map(pages.map(([each, at]) => [at.path, each]))) {
          await page.goto(city.url + path);
          const those = await violations(page);
          if (those.length > 0) found[`${name} ${mode} ${lang}`] = those;
        }
        await page.context().close();
      }
    };
    await lookThrough('elder', 'en');
    if (isWholeCrawl) await Promise.all([lookThrough('elder', 'zh-CN'), lookThrough('standard', 'en')]);
    expect(found).toEqual({});
  });
});
