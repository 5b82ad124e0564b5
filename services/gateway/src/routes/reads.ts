import { isRefusal } from '@lianban/model';
import { route } from '../http/route';
import { page } from '../schemas/page';
import { flag } from '../schemas/query';
import { readList, readListView, readQuestion, readQuestionView } from '../schemas/read';
import { exportOf } from './reads-export';

const query = page.extend({
  own: flag.default(true).describe('With what I looked at myself'),
});

export const reads = [
  route({
    method: 'get',
    path: '/api/me/reads',
    id: 'listReads',
    summary:
      'Who read my data, and what for, to the oldest; on behalf of an organisation, who read of it. Looks of one reader ' +
      'in one case for one purpose are one line; what is read meanwhile is not on the next pages',
    who: 'resident',
    onBehalfOf: true,
    query,
    answers: readList,
    async answer({ onBehalfOf: { residentId, agent }, query: { limit, cursor = '', own }, call }, { residents }) {
      const whose = { residentId, agentId: agent?.residentId ?? '' };
      const found = await residents.listReads({ ...whose, limit, cursor, withoutOwn: !own }, call);
      return isRefusal(found) ? found : { body: readListView(found) };
    },
  }),
  exportOf('json', 'application/json'),
  exportOf('csv', 'text/csv; charset=utf-8'),
  route({
    method: 'post',
    path: '/api/me/reads/:read/question',
    id: 'askAboutRead',
    summary:
      'I do not understand this read: ask whoever answers for the reader. Asked again, it is the same question; the answer ' +
      'stands in the list',
    who: 'resident',
    answers: readQuestion,
    async answer({ who, path, call }, { readQuestions }) {
      const found = await readQuestions.ask({ residentId: who.id, readId: path.read }, call);
      return isRefusal(found) ? found : { body: readQuestionView(found) };
    },
  }),
];
