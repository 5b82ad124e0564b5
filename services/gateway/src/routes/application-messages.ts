import type { CallOptions } from '@lianban/grpc';
import { isRefusal } from '@lianban/model';
import { z } from 'zod';
import type { OnBehalfOf } from '../http/on-behalf-of';
import { route } from '../http/route';
import type { Ports } from '../ports';
import { named } from '../schemas/components';
import { messageList } from '../schemas/desk';
import { iso, moment } from '../schemas/common';

const readUntil = named(
  'MessagesRead',
  z.strictObject({
    until: z.iso.datetime().meta({ format: 'date-time' }).describe('The time of the newest message that was shown'),
  }),
);
const readShape = named('ReadMark', z.object({ until: moment.optional() }));

/** Each reader has a read mark: what an agent has read, the applicant may not have. */
const markOf = ({ residentId, agent }: OnBehalfOf, applicationNumber: string) => ({
  readerId: agent?.residentId ?? residentId,
  applicationNumber,
});

export const messages = [
  route({
    method: 'get',
    path: '/api/applications/:number/messages',
    id: 'listMessages',
    summary: 'What officers wrote to me about my application, oldest first',
    who: 'resident',
    onBehalfOf: true,
    answers: messageList,
    async answer({ onBehalfOf, path, call }, ports) {
      const { applications, desks } = ports;
      const found = await applications.get({ applicationNumber: path.number, ...onBehalfOf }, call);
      if (isRefusal(found)) return found;
      const [isUnread, ...written] = await Promise.all([
        unreadFor(onBehalfOf, path.number, ports, call),
        ...found.steps
          .filter(({ status }) => status !== 'waiting')
          .map(async ({ id: step, department }) => {
            const caseId = `${path.number}/${step}`;
            const notes = await desks[department]?.listNotes({ caseId, audience: 'resident' }, call);
            return !notes || isRefusal(notes)
              ? []
              : notes.notes.map(({ text, at }) => ({ step, department, text, at }));
          }),
      ]);
      const inOrder = written.flat().sort((a, b) => (a.at?.getTime() ?? 0) - (b.at?.getTime() ?? 0));
      return {
        body: { messages: inOrder.map((one) => ({ ...one, at: iso(one.at) ?? '', unread: isUnread(one.at) })) },
      };
    },
  }),
  route({
    method: 'post',
    path: '/api/applications/:number/messages/read',
    id: 'markMessagesRead',
    summary: 'I was shown the messages up to this one, on whichever device. A mark never goes back',
    who: 'resident',
    onBehalfOf: true,
    body: readUntil,
    answers: readShape,
    async answer({ onBehalfOf, path, body, call }, { applications, readMarks }) {
      const found = await applications.get({ applicationNumber: path.number, ...onBehalfOf }, call);
      if (isRefusal(found)) return found;
      const mark = markOf(onBehalfOf, path.number);
      const put = await readMarks.put({ mark, until: new Date(body.until) }, call);
      return isRefusal(put) ? put : { body: { until: iso(put.until) } };
    },
  }),
];

/** Messages are shown without "unread" marks when the read mark cannot be fetched. */
async function unreadFor(onBehalfOf: OnBehalfOf, number: string, { readMarks, log }: Ports, call: CallOptions) {
  const mark = await readMarks.get(markOf(onBehalfOf, number), call).catch((error: unknown) => {
    log.warn({ err: error }, 'read mark not available: messages shown without it');
    return undefined;
  });
  if (!mark || isRefusal(mark)) return () => undefined;
  const until = mark.until?.getTime() ?? 0;
  return (at: Date | undefined) => (at?.getTime() ?? 0) > until;
}
