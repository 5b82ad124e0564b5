import { inBrowser, keepPicture, violations } from '@lianban/browser-testing';
import { OneCase } from './one-case';
import { deskInBrowser } from './desk-in-browser';

inBrowser('handing a case to a colleague', () => {
  const here = deskInBrowser();

  test.each([1280, 360])(
    'at a width of %d the whole choice is on the page, and nothing lies over it',
    async (width) => {
      const page = await here.visitors.visit({ width });
      const desk = new OneCase({ holder: 'o-2' });
      await desk.serve(page);
      const me = { id: 'o-1', department: 'elderly-care', isSupervisor: true, scopes: [] };
      await page.route('**/api/desk/me', (route) => route.fulfill({ json: me }));
      const colleagues = [{ id: 'o-3', name: '周敏' }];
      await page.route('**/api/desk/officers', (route) => route.fulfill({ json: { officers: colleagues } }));
      await page.goto(`${here.served.url}/desk/cases/A-1/assessment`);
      await page.getByRole('button', { name: '转派' }).click();
      const choice = page.getByRole('dialog', { name: '转派给' });
      const send = choice.getByRole('button', { name: '转派' });
      expect(await send.isDisabled()).toBe(true);
      await keepPicture(page, `desk-reassign-${width}`);
      expect(await violations(page)).toEqual([]);
      const box = (await choice.boundingBox())!;
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.y).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(width);
      expect(box.y + box.height).toBeLessThanOrEqual(800);
      await choice.getByRole('combobox', { name: '转派给' }).click();
      await page.getByTitle('周敏', { exact: true }).click();
      await send.click();
      await choice.waitFor({ state: 'hidden' });
      expect(desk.sent).toEqual([{ act: 'assignment', body: { to: 'o-3' } }]);
    },
  );
});
