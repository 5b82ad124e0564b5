import { changeDraft, loadDraft } from '../api/draft';
import { ownPapers } from '../api/own-papers';
import { materialsOf } from '../forms/tasks';
import { NotFound } from '../http/failures';
import { redirect } from '../page/page';
import { basePath } from '../page/reader';
import { materialsPage } from '../views/materials';
import { handedIn, isProblem } from './handed-in';
import { packageNamed } from './package-named';
import { getMine, postMine } from './route';

/** Submitting materials: a file is forwarded to the applications service, and the draft stores its reference. */
export const materials = [
  ...getMine('/apply/:package/materials', async (context, { packages }) => {
    const { calls } = context;
    const of = await packageNamed(context, packages);
    const [draft, papers] = await Promise.all([loadDraft(calls, of.code), ownPapers(calls)]);
    return materialsPage(of, draft, papers);
  }),
  ...postMine('/apply/:package/materials', async (context, { packages }) => {
    const of = await packageNamed(context, packages);
    const material = materialsOf(of).find(({ code }) => code === context.query.material);
    if (!material) throw new NotFound();
    const handed = await handedIn(material, context);
    if (isProblem(handed)) {
      const [draft, papers] = await Promise.all([loadDraft(context.calls, of.code), ownPapers(context.calls)]);
      return materialsPage(of, draft, papers, { field: material.code, text: handed });
    }
    await changeDraft(
      context.calls,
      of.code,
      ({ answers, materials: held }) => ({ answers, materials: [...handed(held)] }),
      'materials',
    );
    return redirect(`${basePath(context.reader)}/apply/${of.code}/materials`);
  }),
];
