import { isRefusal, refuse } from '@lianban/model';
import { mustCover } from '../http/on-behalf-of';
import { route } from '../http/route';
import { profileQuery, profileShape, profileView } from '../schemas/profile';

export const profile = [
  route({
    method: 'get',
    path: '/api/me/profile',
    id: 'getProfile',
    summary: 'Who I am in the register, and what it knows for the form of a package, each with its source',
    who: 'resident',
    onBehalfOf: true,
    query: profileQuery,
    answers: profileShape,
    async answer({ onBehalfOf, query, call }, ports) {
      const { residentId, agent } = onBehalfOf;
      const { package: code = '' } = query;
      mustCover(onBehalfOf, code);
      const all = code === '' ? { packages: [] } : await ports.applications.listPackages({}, call);
      if (isRefusal(all)) return all;
      const found = all.packages.find((each) => each.code === code);
      if (code !== '' && !found) return refuse('catalogue-entry-not-found', 'There is no such package.');
      const asked = (found?.form ?? []).filter((field) => field.prefill !== '');
      const facts = asked.map(({ prefill }) => prefill);
      const request = { residentId, agentId: agent?.residentId ?? '', package: code, facts };
      const known = await ports.residents.prefill(request, call);
      if (isRefusal(known)) return known;
      return { body: profileView(residentId, known, new Map(asked.map(({ prefill, name }) => [prefill, name]))) };
    },
  }),
];
