import { z } from 'zod';
import type { HeldMaterial } from '@lianban/rest-client';
import { ownPapers } from '../api/own-papers';
import { consentIn } from '../forms/consents';
import { keyFrom } from '../forms/form-key';
import { type MissingItem, askedAt, missingOf, nameOf } from '../forms/missing';
import { readForm } from '../forms/read-form';
import { uploadsGoneIn } from '../forms/uploads-gone';
import type { RequestContext, Site } from '../http/request-context';
import { NotFound } from '../http/failures';
import { redirect } from '../page/page';
import { basePath } from '../page/reader';
import { supplementPage } from '../views/supplement';
import { applications } from '../i18n/applications';
import { apply } from '../i18n/apply';
import { consents } from '../i18n/consents';
import { applicationOf, carryOut, numberIn, stepOf, wantedBy } from './application-of';
import { handedIn, isProblem } from './handed-in';
import { getMine, postMine } from './route';

/** References of uploaded files are kept in the URL between uploads. */
const held = z
  .string()
  .regex(/^[\w.-]{1,64}~[CD]~[\w.:-]{1,256}(,[\w.-]{1,64}~[CD]~[\w.:-]{1,256}){0,39}$/)
  .transform((list) =>
    list.split(',').map((each): HeldMaterial => {
      const [code = '', grade, reference = ''] = each.split('~');
      return { code, grade: grade === 'D' ? 'D' : 'C', reference };
    }),
  )
  .catch([]);

const writtenHeld = (all: readonly HeldMaterial[]): string =>
  all.map(({ code, grade, reference }) => `${code}~${grade}~${reference}`).join(',');

const pathOf = '/applications/:number/steps/:step/supplement';

/** Supplements 补正 of an application. */
export const supplement = [
  ...getMine(pathOf, async (context, site) => {
    const { of, step, missing } = await asked(context, site);
    if (!missing) throw new NotFound();
    const papers = await ownPapers(context.calls);
    return supplementPage({ of, step, missing, held: held.parse(context.query.held), papers, typed: {}, problems: [] });
  }),
  ...postMine(pathOf, async (context, site) => {
    const { of, step, missing } = await asked(context, site);
    const application = `${basePath(context.reader)}/applications/${of.applicationNumber}`;
    // A repetition after the first one succeeded and its answer was lost: the application shows it.
    if (!missing) return redirect(application);
    const already = held.parse(context.query.held);
    const place = `${application}/steps/${step.id}/supplement`;
    const { material } = context.query;
    if (typeof material === 'string') {
      const given = await handedIn({ code: material }, context);
      if (isProblem(given))
        return supplementPage({
          of,
          step,
          missing,
          held: already,
          papers: await ownPapers(context.calls),
          typed: {},
          problems: [{ field: material, text: given }],
        });
      return redirect(`${place}?held=${encodeURIComponent(writtenHeld(given(already)))}`);
    }
    const { things } = missing;
    const fields = things.flatMap(({ field }) => (field ? [field] : []));
    const { answers, typed: written, problems } = readForm(fields, context.form);
    const agreed = agreedIn(things, context.form);
    const typed = { ...written, ...agreed.typed };
    const wrong = [...problems, ...agreed.problems];
    const nothing = already.length + Object.keys(answers).length + agreed.consents.length === 0;
    const first = things[0]?.share?.id ?? things[0]?.code ?? 'content';
    const all = wrong.length === 0 && nothing ? [{ field: first, text: applications.supplementNothing }] : wrong;
    if (all.length > 0) {
      const papers = await ownPapers(context.calls);
      return supplementPage({ of, step, missing, held: already, papers, typed, problems: all });
    }
    const body = {
      answers,
      materials: already,
      ...(agreed.consents.length > 0 && { consents: agreed.consents }),
    };
    // One key per demand and content: a double click sends it once.
    const header = { 'Idempotency-Key': keyFrom(askedAt(of, step), JSON.stringify(body)) };
    const sent = { path: { ...numberIn(context), step: step.id }, body, header };
    try {
      return await carryOut(context, () =>
        context.calls.call('post', '/api/applications/{number}/steps/{step}/supplement', sent),
      );
    } catch (error) {
      const gone = uploadsGoneIn(error, already);
      if (gone.length === 0) throw error;
      const left = already.filter((each) => !gone.includes(each));
      const told = things.filter(({ code }) => gone.some((each) => each.code === code));
      return supplementPage({
        of,
        step,
        missing,
        held: left,
        papers: await ownPapers(context.calls),
        typed,
        problems: told.map((each) => ({ field: each.code, text: apply.uploadGone(nameOf(each)) })),
      });
    }
  }),
];

/** The consents of the form; a resident who declines is told what that means, and may submit the rest. */
function agreedIn(missing: readonly MissingItem[], form: RequestContext['form']) {
  const asked = missing.flatMap(({ share }) => (share ? [share] : []));
  const isOnlyThing = asked.length === missing.length;
  return {
    consents: asked.filter(({ id }) => form[id] === 'yes').map(consentIn(form)),
    typed: Object.fromEntries(asked.map(({ id }) => [id, form[id] === 'yes' || form[id] === 'no' ? form[id] : ''])),
    problems: asked
      .filter(({ id }) => isOnlyThing && form[id] !== 'yes')
      .map(({ id }) => ({ field: id, text: consents.needed })),
  };
}

/** What the step is missing; undefined when its department waits for nothing. */
async function asked(context: RequestContext, { packages }: Site) {
  const of = await applicationOf(context);
  const step = stepOf(of, context.params.step);
  if (step.status !== 'supplement') return { of, step, missing: undefined };
  const described = (await packages.all()).find(({ code }) => code === of.package);
  return { of, step, missing: missingOf(step, described, await wantedBy(context, of)) };
}
