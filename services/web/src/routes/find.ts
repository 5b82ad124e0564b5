import { z } from 'zod';
import { areaOf, packagesIn } from '../catalogue/areas';
import { createIndex } from '../catalogue/search';
import { NotFound } from '../http/failures';
import { areaPage } from '../views/area';
import { guidePage } from '../views/guide';
import { homePage } from '../views/home';
import { searchPage } from '../views/search';
import { packageNamed } from './package-named';
import { get } from './route';

const query = z.string().trim().max(100).catch('');

export const find = [
  get('/', async (_, { packages }) => homePage(await packages.all())),
  get('/areas/:area', async ({ params }, { packages }) => {
    const area = areaOf(params.area ?? '');
    if (!area) throw new NotFound();
    return areaPage(area, packagesIn(area, await packages.all()));
  }),
  get('/search', async ({ query: asked }, { packages }) => {
    const words = query.parse(asked.q);
    const all = await packages.all();
    return searchPage(words, createIndex(all).search(words), all);
  }),
  get('/things/:package', async ({ params }, { packages }) => guidePage(await packageNamed(params.package, packages))),
];
