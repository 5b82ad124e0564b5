import type { HeldMaterial } from '@lianban/rest-client';
import { changeDraft, loadDraft } from '../api/draft';
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
  ...getMine('/apply/:package/materials', async ({ params, calls }, { packages }) => {
    const of = await packageNamed(params.package, packages);
    return materialsPage(of, await loadDraft(calls, of.code));
  }),
  ...postMine('/apply/:package/materials', async (context, { packages }) => {
    const of = await packageNamed(context.params.package, packages);
    const material = materialsOf(of).find(({ code }) => code === context.query.material);
    if (!material) throw new NotFound();
    const handed = await handedIn(material, context);
    if (isProblem(handed))
      return materialsPage(of, await loadDraft(context.calls, of.code), { field: material.code, text: handed });
    const others = (held: readonly HeldMaterial[]) => held.filter(({ code }) => code !== material.code);
    await changeDraft(
      context.calls,
      of.code,
      ({ answers, materials: held }) => ({ answers, materials: [...others(held), ...handed] }),
      'materials',
    );
    return redirect(`${basePath(context.reader)}/apply/${of.code}/materials`);
  }),
];
