import type { DepartmentFile } from '@lianban/catalogue';
import type { casework } from '@lianban/protos';
import { chineseWorkingDays as calendar } from '../calendar/chinese-working-days';
import { groundMessage } from '../contract/wire';
import { knownFacts } from '../lifecycle/state';
import { type Refusal, refuse } from '@lianban/model';
import type { CallContext } from '@lianban/grpc';
import type { App } from '@lianban/runtime';
import { writTexts } from '../writs/writ-text';
import { CASES } from './cases';
import { listNotes } from './notes';

const notYours = refuse('case-not-found', 'This department has no case of yours with this number.');

/**
 * What a case holds of the person it is about, told to that person alone. Left out is what officers write to each other and what they
 * found before it is decided: until then they are weighing it.
 */
export async function ownCase(
  app: App,
  file: DepartmentFile,
  { caseId, residentId }: casework.v1.OwnCaseRequest,
  { onBehalfOf }: CallContext,
): Promise<casework.v1.OwnCase | Refusal> {
  const found = await app.get(CASES, caseId);
  if (!found || found.state.status === 'unreceived' || onBehalfOf !== `resident:${residentId}`) return notYours;
  const { state } = found;
  const { request, receivedAt } = state.file;
  if (request.residentId !== residentId) return notYours;
  const decided = state.status === 'decided' || state.status === 'compensated' ? state : undefined;
  const { notes } = await listNotes(app, { caseId, audience: 'resident' });
  return {
    status: state.status,
    receivedAt,
    answers: { ...request.answers },
    materials: request.materials.map((material) => ({ ...material })),
    earlier: { ...request.earlier },
    known: { ...knownFacts(state.file) },
    findings: { ...decided?.findings },
    facts: decided && { ...decided.ruling.facts },
    grounds: decided?.ruling.grounds.map(groundMessage) ?? [],
    notes,
    writs: writTexts(state, file, calendar).map(({ number, issuedAt, title }) => ({ number, issuedAt, title })),
  };
}
