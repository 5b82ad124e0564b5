import { isRefusal } from '@lianban/platform';
import { route } from '../http/route';
import { few } from '../shapes/page';
import { readList, readListView } from '../shapes/read';

export const reads = [
  route({
    method: 'get',
    path: '/api/me/reads',
    id: 'listReads',
    summary: 'Who read my data, and what for',
    who: 'resident',
    query: few,
    answers: readList,
    async answer({ who, query: { limit }, call }, { residents }) {
      const found = await residents.listReads({ residentId: who.id, limit }, call);
      return isRefusal(found) ? found : { body: readListView(found) };
    },
  }),
];
