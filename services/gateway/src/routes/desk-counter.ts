import { isRefusal } from '@lianban/model';
import { z } from 'zod';
import { route, uploadRoute } from '../http/route';
import { about } from '../schemas/about';
import { named } from '../schemas/components';
import { consents } from '../schemas/consent';
import { officerShape, personShape, personView } from '../schemas/desk';
import { freeForm } from '../schemas/free-form';
import { code, district, materials, personId } from '../schemas/common';
import { idKind, idNumber } from '../schemas/words';
import { submitted } from './applications';
import { recused } from './recusal';
import { registeredOf } from './registered';
import { sentTypes, storedShape, storedView } from '../schemas/stored-material';
import { uploadFor } from './materials';
import { subjectOf } from './subject';

const search = named('ResidentSearch', z.strictObject({ idKind, idNumber }));
const intake = named(
  'Intake',
  z.strictObject({
    residentId: personId,
    package: code,
    about: about.optional(),
    district: district.optional(),
    answers: freeForm('The answers to the form of the package.'),
    materials: materials.default([]),
    consents: consents.describe('As the applicant signed them at the counter'),
  }),
);

/** The counter 窗口: an officer applies for people who cannot or do not want to apply online, with the same form. */
export const deskCounter = [
  route({
    method: 'get',
    path: '/api/desk/me',
    id: 'getOfficer',
    summary: 'Who I am at this desk',
    who: 'officer',
    shows: 'nothing',
    answers: officerShape,
    answer: ({ who: { id, department, district: area, role, roles = [role], scopes } }) =>
      Promise.resolve({
        body: {
          id,
          department,
          district: area,
          isSupervisor: role === 'supervisor',
          roles: [...roles],
          scopes: [...scopes],
        },
      }),
  }),
  route({
    method: 'post',
    path: '/api/desk/residents/search',
    id: 'findResident',
    summary: 'The resident with this number of an identity document. The read is recorded for them to see',
    who: 'officer',
    scope: 'counter',
    shows: 'register',
    body: search,
    answers: personShape,
    async answer({ who, body, call }, { residents }) {
      const purpose = { caseId: 'counter', purpose: 'counter-intake', department: who.department };
      const found = await residents.find({ ...body, purpose }, call);
      return isRefusal(found) ? found : { body: personView(found) };
    },
  }),
  uploadRoute({
    kind: 'upload',
    method: 'post',
    path: '/api/desk/residents/:residentId/materials',
    id: 'uploadForResident',
    summary:
      'Upload a paper that the resident has shown at the counter; the application names it with the grade of an original that was seen',
    who: 'officer',
    scope: 'counter',
    shows: 'nothing',
    takes: sentTypes,
    answers: storedShape,
    async receive({ who, path: { residentId }, call }, file, ports) {
      const out = await recused(who.id, { residentId, filedBy: [] }, ports, call);
      if (out) return out;
      const stored = await uploadFor({ ownerId: residentId, agentId: '' }, file, ports, call);
      return isRefusal(stored) ? stored : { body: storedView(file.name, stored) };
    },
  }),
  route({
    method: 'post',
    path: '/api/desk/applications',
    id: 'submitForResident',
    summary: 'Apply for the resident who stands at the counter; marked as assisted. Idempotent by Idempotency-Key',
    who: 'officer',
    scope: 'counter',
    shows: 'nothing',
    needs: 'idempotency-key',
    body: intake,
    status: 202,
    answers: submitted,
    async answer({ who, body, idempotencyKey, call }, ports) {
      const { district: area = '', about: of, ...rest } = body;
      const [out, registered] = await Promise.all([
        recused(who.id, { residentId: body.residentId, filedBy: [] }, ports, call),
        registeredOf(body.residentId, ports, call),
      ]);
      if (out) return out;
      if (isRefusal(registered)) return registered;
      const subject = await subjectOf(of, body.residentId, ports, call);
      const request = { ...rest, district: area, registered, ...subject, idempotencyKey };
      const answer = await ports.applications.submit(request, call);
      if (isRefusal(answer)) return answer;
      const { applicationNumber, created } = answer;
      return { body: { applicationNumber }, headers: created ? {} : { 'Idempotency-Replayed': 'true' } };
    },
  }),
];
