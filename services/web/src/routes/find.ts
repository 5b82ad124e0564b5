import { z } from 'zod';
import { areaOf, packagesIn } from '../catalogue/areas';
import { createIndex } from '../catalogue/search';
import { NotFound } from '../http/failures';
import { redirect } from '../page/page';
import { areaPage } from '../views/area';
import { guidePage } from '../views/guide';
import { homePage } from '../views/home';
import { searchPage } from '../views/search';
import { todoPage } from '../views/todo';
import { todoOf } from './todo';
import { packageNamed } from './package-named';
import { get } from './route';

const query = z.string().trim().max(100).catch('');

/** An application number, as people type it: whoever's it is, their page of it is shown, and nobody else's. */
const applicationNumberIn = (words: string): string | undefined => {
  const bare = words.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase();
  return /^[A-Z][A-Z-]{0,7}\d{12,24}$/.test(bare) ? bare : undefined;
};

export const find = [
  get('/', async (context, { packages }) => {
    const [all, todo] = await Promise.all([packages.all(), todoOf(context)]);
    return homePage(all, todo);
  }),
  {
    ...get('/todo', async (context, { packages }) => todoPage(await todoOf(context), await packages.all())),
    mine: true,
  },
  get('/areas/:area', async ({ params }, { packages }) => {
    const area = areaOf(params.area ?? '');
    if (!area) throw new NotFound();
    return areaPage(area, packagesIn(area, await packages.all()));
  }),
  get('/search', async ({ query: asked }, { packages }) => {
    const words = query.parse(asked.q);
    const number = applicationNumberIn(words);
    if (number !== undefined) return redirect(`/applications/${number}`);
    const all = await packages.all();
    return searchPage(words, createIndex(all).search(words), all);
  }),
  get('/things/:package', async (context, { packages }) => guidePage(await packageNamed(context, packages))),
];
