import { isRefusal } from '@lianban/model';
import { type OnBehalfOf, mustCover } from '../http/on-behalf-of';
import { etagOf } from '../http/preconditions';
import { route } from '../http/route';
import { draftBody, draftList, draftShape, draftView, nothingLeft } from '../schemas/draft';

/** The writer owns a draft: what an agent writes for a principal is the agent's draft. */
const placeOf = ({ residentId, agent }: OnBehalfOf, code: string) => ({
  residentId: agent?.residentId ?? residentId,
  forId: residentId,
  package: code,
});

/** Forms residents have filled in and not submitted: kept for 90 days after the last save. */
export const drafts = [
  route({
    method: 'get',
    path: '/api/me/drafts',
    id: 'listDrafts',
    summary: 'My drafts; with On-Behalf-Of, those for that person',
    who: 'resident',
    onBehalfOf: true,
    answers: draftList,
    async answer({ onBehalfOf, call }, ports) {
      const { residentId, forId } = placeOf(onBehalfOf, '');
      const found = await ports.drafts.list({ residentId, forId }, call);
      if (isRefusal(found)) return found;
      const scope = onBehalfOf.agent?.packages ?? [];
      const covered = found.drafts.filter((of) => scope.length === 0 || scope.includes(of.package));
      return { body: { drafts: covered.map(draftView) } };
    },
  }),
  route({
    method: 'get',
    path: '/api/me/drafts/:package',
    id: 'getDraft',
    summary: 'My draft for a package',
    who: 'resident',
    onBehalfOf: true,
    answers: draftShape,
    async answer({ onBehalfOf, path, call }, ports) {
      mustCover(onBehalfOf, path.package);
      const found = await ports.drafts.get(placeOf(onBehalfOf, path.package), call);
      return isRefusal(found) ? found : { body: draftView(found), etag: etagOf(found.version) };
    },
  }),
  route({
    method: 'put',
    path: '/api/me/drafts/:package',
    id: 'saveDraft',
    summary: 'Save a draft, whole; with If-Match, only over the version seen',
    who: 'resident',
    onBehalfOf: true,
    needs: 'if-match',
    body: draftBody,
    answers: draftShape,
    async answer({ onBehalfOf, path, body, version, call }, ports) {
      mustCover(onBehalfOf, path.package);
      const draft = placeOf(onBehalfOf, path.package);
      const saved = await ports.drafts.save({ draft, ...body, step: body.step ?? '', version }, call);
      return isRefusal(saved) ? saved : { body: draftView(saved), etag: etagOf(saved.version) };
    },
  }),
  route({
    method: 'delete',
    path: '/api/me/drafts/:package',
    id: 'discardDraft',
    summary: 'Discard a draft: nothing of it is left. Discarding what is not there is fine',
    who: 'resident',
    onBehalfOf: true,
    needs: 'if-match',
    answers: nothingLeft,
    async answer({ onBehalfOf, path, version, call }, ports) {
      const discarded = await ports.drafts.discard({ draft: placeOf(onBehalfOf, path.package), version }, call);
      return isRefusal(discarded) ? discarded : { body: { discarded: true } };
    },
  }),
];
