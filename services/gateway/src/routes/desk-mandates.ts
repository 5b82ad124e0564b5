import { isRefusal } from '@lianban/model';
import { route } from '../http/route';
import { evidenceBody, mandateShape, mandateView, waitingMandates } from '../schemas/mandate';
import { whole } from './mandates';

/** What a second officer does with a mandate that a first one would confirm. */
const answering = (word: string, id: string, summary: string, approve: boolean) =>
  route({
    method: 'post',
    path: `/api/desk/mandates/:mandate/confirmation/${word}`,
    id,
    summary,
    who: 'officer',
    scope: 'counter',
    shows: 'register',
    answers: mandateShape,
    answer: async ({ who, path, call }, ports) => {
      // The mandate may be over everything, which is known only when it is done; declining it gives nobody anything.
      if (approve) ports.strength.fresh(who);
      const about = { mandateId: path.mandate, officer: who.id, department: who.department };
      return whole(await ports.mandates.answerAtCounter({ ...about, approve }, call));
    },
  });

/** Mandates confirmed at the counter: by two officers. */
export const deskMandates = [
  route({
    method: 'get',
    path: '/api/desk/mandates',
    id: 'listWaitingMandates',
    summary: 'Mandates that wait for a second officer of my department, the oldest first. Names nobody',
    who: 'officer',
    scope: 'counter',
    shows: 'nothing',
    answers: waitingMandates,
    async answer({ who, call }, ports) {
      const found = await ports.mandates.listAtCounter({ department: who.department }, call);
      return isRefusal(found) ? found : { body: { mandates: found.mandates.map(mandateView) } };
    },
  }),
  route({
    method: 'post',
    path: '/api/desk/mandates/:mandate/confirmation',
    id: 'confirmMandateAtCounter',
    summary:
      'Ask a second officer to confirm a mandate, with the evidence seen. In force once they approve; both people see who did',
    who: 'officer',
    scope: 'counter',
    shows: 'register',
    body: evidenceBody,
    answers: mandateShape,
    answer: async ({ who, path, body: { evidence }, call }, ports) => {
      ports.strength.fresh(who);
      const about = { mandateId: path.mandate, officer: who.id, department: who.department };
      return whole(await ports.mandates.confirmAtCounter({ ...about, evidence }, call));
    },
  }),
  answering(
    'approval',
    'approveMandateAtCounter',
    'Approve what another officer confirmed: the mandate is in force',
    true,
  ),
  answering(
    'refusal',
    'declineMandateAtCounter',
    'Decline what another officer confirmed, or take back what I did: the mandate waits as before',
    false,
  ),
];
