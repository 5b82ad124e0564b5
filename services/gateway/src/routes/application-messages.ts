import { isRefusal } from '@lianban/platform';
import { route } from '../http/route';
import { messageList } from '../shapes/desk';
import { iso } from '../shapes/words';

export const messages = [
  route({
    method: 'get',
    path: '/api/applications/:number/messages',
    id: 'listMessages',
    summary: 'What officers wrote to me about my application, oldest first',
    who: 'resident',
    acts: true,
    answers: messageList,
    async answer({ acting, path, call }, { applications, desks }) {
      const found = await applications.get({ applicationNumber: path.number, ...acting }, call);
      if (isRefusal(found)) return found;
      const written = await Promise.all(
        found.steps
          .filter(({ status }) => status !== 'waiting')
          .map(async ({ id: step, department }) => {
            const caseId = `${path.number}/${step}`;
            const notes = await desks[department]?.listNotes({ caseId, audience: 'resident' }, call);
            return !notes || isRefusal(notes)
              ? []
              : notes.notes.map(({ text, at }) => ({ step, department, text, at }));
          }),
      );
      const inOrder = written.flat().sort((a, b) => (a.at?.getTime() ?? 0) - (b.at?.getTime() ?? 0));
      return { body: { messages: inOrder.map((one) => ({ ...one, at: iso(one.at) ?? '' })) } };
    },
  }),
];
