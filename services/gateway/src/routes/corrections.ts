import { isRefusal } from '@lianban/model';
import { downloadRoute, route } from '../http/route';
import {
  correctionBody,
  correctionDecision,
  correctionList,
  correctionShape,
  correctionView,
} from '../schemas/correction';
import { materialTypes } from '../schemas/stored-material';
import { fileOf } from './materials';

/** Correction of the register 更正 (个人信息保护法 art. 46). */
export const corrections = [
  route({
    method: 'post',
    path: '/api/me/corrections',
    id: 'askCorrection',
    summary: 'Ask for a correction of the register, with an upload that shows it. The same again is the same',
    who: 'resident',
    body: correctionBody,
    status: 201,
    answers: correctionShape,
    async answer({ who, body, call }, ports) {
      const paper = await ports.materials.describe({ reference: body.reference, ownerId: who.id, agentId: '' }, call);
      if (isRefusal(paper)) return { ...paper, pointer: '/reference' };
      const asked = await ports.corrections.ask({ residentId: who.id, ...body }, call);
      return isRefusal(asked) ? asked : { body: correctionView(asked) };
    },
  }),
  route({
    method: 'get',
    path: '/api/me/corrections',
    id: 'listCorrections',
    summary: 'Corrections I asked for and what was decided, the newest first',
    who: 'resident',
    answers: correctionList,
    async answer({ who, call }, ports) {
      const found = await ports.corrections.list({ residentId: who.id }, call);
      return isRefusal(found) ? found : { body: { corrections: found.corrections.map(correctionView) } };
    },
  }),
  route({
    method: 'get',
    path: '/api/desk/corrections',
    id: 'listWaitingCorrections',
    summary: 'Corrections that wait for an officer of my district, the longest waiting first; without their values',
    who: 'officer',
    scope: 'counter',
    shows: 'nothing',
    answers: correctionList,
    async answer({ who: { district = '' }, call }, ports) {
      const found = await ports.corrections.listWaiting({ district }, call);
      return isRefusal(found) ? found : { body: { corrections: found.corrections.map(correctionView) } };
    },
  }),
  route({
    method: 'get',
    path: '/api/desk/corrections/:correction',
    id: 'getCorrection',
    summary: 'One with its values. The look is recorded for the resident to see',
    who: 'officer',
    scope: 'counter',
    shows: 'register',
    answers: correctionShape,
    async answer({ who: { department, district = '' }, path, call }, ports) {
      const found = await ports.corrections.get({ correctionId: path.correction, department, district }, call);
      return isRefusal(found) ? found : { body: correctionView(found) };
    },
  }),
  downloadRoute({
    kind: 'download',
    method: 'get',
    path: '/api/desk/corrections/:correction/evidence',
    id: 'getCorrectionEvidence',
    summary: 'The upload that shows it. The look is recorded for the resident to see',
    who: 'officer',
    scope: 'counter',
    shows: 'register',
    gives: materialTypes,
    async send({ who: { department, district = '' }, path, call, signal }, ports) {
      const found = await ports.corrections.get({ correctionId: path.correction, department, district }, call);
      if (isRefusal(found)) return found;
      const request = { reference: found.reference, ownerId: '', agentId: '' };
      return fileOf(request, ports.materials, { ...call, signal });
    },
  }),
  route({
    method: 'post',
    path: '/api/desk/corrections/:correction/decision',
    id: 'decideCorrection',
    summary: 'Grant it, which changes the register, or refuse it with words for the resident',
    who: 'officer',
    scope: 'counter',
    shows: 'nothing',
    body: correctionDecision,
    answers: correctionShape,
    async answer({ who: { district = '' }, path, body: { outcome, reason }, call }, ports) {
      const request = { correctionId: path.correction, district, grant: outcome === 'granted', reason };
      const done = await ports.corrections.decide(request, call);
      return isRefusal(done) ? done : { body: correctionView(done) };
    },
  }),
];
