import { isRefusal } from '@lianban/model';
import { z } from 'zod';
import { route } from '../http/route';
import { named } from '../schemas/components';
import { page } from '../schemas/page';
import { someWords } from '../schemas/words';
import { deskQuestionList, deskQuestionListView, readQuestion, readQuestionView } from '../schemas/read';

const answerBody = named('ReadAnswer', z.strictObject({ text: someWords(2000) }));

/** Operators answer for those who belong to no department. */
const answerers = [
  { who: 'supervisor', at: '/api/desk', name: 'DeskReadQuestion', of: 'my department' },
  {
    who: 'operator',
    at: '/api/operator',
    name: 'OperatorReadQuestion',
    of: 'operators and the platform’s own services',
  },
] as const;

const departmentOf = (who: object): string =>
  'department' in who && typeof who.department === 'string' ? who.department : 'operators';

/** Questions of residents about reads 我不明白这次查阅, to whoever answers for the reader. They hold ids and no data of a person. */
export const readQuestions = answerers.flatMap(({ who, at, name, of }) => [
  route({
    method: 'get',
    path: `${at}/read-questions`,
    id: `list${name}s`,
    summary: `What residents ask about looks of ${of}: those that wait first, the longest waiting first`,
    who,
    shows: 'nothing',
    query: page,
    answers: deskQuestionList,
    async answer({ who: asker, query: { limit, cursor = '' }, call }, ports) {
      const found = await ports.readQuestions.list({ department: departmentOf(asker), limit, cursor }, call);
      return isRefusal(found) ? found : { body: deskQuestionListView(found) };
    },
  }),
  route({
    method: 'post',
    path: `${at}/read-questions/:question/answer`,
    id: `answer${name}`,
    summary: 'Answer why it was looked; the resident reads it in their list. Nobody answers for a look of their own',
    who,
    shows: 'nothing',
    body: answerBody,
    answers: readQuestion,
    async answer({ who: answerer, path, body: { text }, call }, ports) {
      const department = departmentOf(answerer);
      const by = `${answerer.role}:${answerer.id}`;
      const found = await ports.readQuestions.answer({ questionId: path.question, department, by, text }, call);
      return isRefusal(found) ? found : { body: readQuestionView(found) };
    },
  }),
]);
