import { inBrowser } from '@lianban/browser-testing';
import { OneCase } from './one-case';
import { deskInBrowser } from './desk-in-browser';

const kb = 1024;

inBrowser('the weight of the desk', () => {
  const here = deskInBrowser();

  test.each([
    // The first load of an officer’s day.
    ['the queue', '/', '没有符合条件的办件', 250 * kb],
    ['a case', '/cases/A-1/assessment', '作出决定', 440 * kb],
    ['the operators’ console', '/operations', '运维工作台', 350 * kb],
  ])('%s: what a browser loads before it is shown stays within its limit', async (_page, path, text, most) => {
    const page = await here.visitors.visit();
    const files: Promise<number>[] = [];
    page.on('requestfinished', (request) => {
      if (new URL(request.url()).pathname.startsWith('/api/')) return;
      files.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
    });
    await new OneCase().serve(page);
    await page.goto(`${here.served.url}/desk${path}`);
    await page.getByText(text).first().waitFor();
    await page.waitForLoadState('networkidle');
    const bytes = (await Promise.all(files)).reduce((sum, each) => sum + each, 0);
    expect(bytes).toBeGreaterThan(50 * kb);
    expect(bytes).toBeLessThanOrEqual(most);
  });
});
