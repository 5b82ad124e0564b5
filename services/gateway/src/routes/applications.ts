import { isRefusal } from '@lianban/model';
import { z } from 'zod';
import { etagOf } from '../http/preconditions';
import { route } from '../http/route';
import { applicationList, applicationShape, applicationView, summaryView } from '../schemas/application';
import { about } from '../schemas/about';
import { named } from '../schemas/components';
import { consents } from '../schemas/consent';
import { freeForm } from '../schemas/free-form';
import { page } from '../schemas/page';
import { code, district, materials } from '../schemas/common';
import { registeredOf } from './registered';
import { subjectOf } from './subject';

const submission = named(
  'Submission',
  z.strictObject({
    package: code,
    about: about.optional(),
    district: district.optional(),
    answers: freeForm('The answers to the form of the package.'),
    materials: materials.default([]),
    consents,
  }),
);
export const submitted = named('Submitted', z.object({ applicationNumber: z.string() }));

export const applications = [
  route({
    method: 'post',
    path: '/api/applications',
    id: 'submitApplication',
    summary: 'Apply. The same Idempotency-Key with the same body answers with the same number; with another body, 409',
    who: 'resident',
    onBehalfOf: true,
    needs: 'idempotency-key',
    body: submission,
    status: 202,
    answers: submitted,
    async answer({ onBehalfOf, body, idempotencyKey, call }, ports) {
      const { district: area = '', about: of, ...rest } = body;
      const registered = await registeredOf(onBehalfOf.residentId, ports, call);
      if (isRefusal(registered)) return registered;
      const subject = await subjectOf(of, onBehalfOf.residentId, ports, call);
      const request = { ...rest, district: area, ...onBehalfOf, registered, ...subject, idempotencyKey };
      const answer = await ports.applications.submit(request, call);
      if (isRefusal(answer)) return answer;
      const { applicationNumber, created } = answer;
      const headers = {
        Location: `/api/applications/${applicationNumber}`,
        ...(created ? {} : { 'Idempotency-Replayed': 'true' }),
      };
      return { body: { applicationNumber }, headers };
    },
  }),
  route({
    method: 'get',
    path: '/api/me/submissions/:key',
    id: 'findSubmission',
    summary: 'The application that I submitted with this Idempotency-Key within the last seven days',
    who: 'resident',
    onBehalfOf: true,
    answers: submitted,
    async answer({ onBehalfOf, path, call }, ports) {
      const found = await ports.applications.findSubmission({ ...onBehalfOf, idempotencyKey: path.key }, call);
      return isRefusal(found) ? found : { body: { applicationNumber: found.applicationNumber } };
    },
  }),
  route({
    method: 'get',
    path: '/api/applications',
    id: 'listApplications',
    summary: 'My applications, newest first',
    who: 'resident',
    onBehalfOf: true,
    query: page,
    answers: applicationList,
    async answer({ onBehalfOf, query: { limit, cursor = '' }, call }, ports) {
      const found = await ports.applications.list({ ...onBehalfOf, limit, cursor }, call);
      if (isRefusal(found)) return found;
      const { applications: list, nextCursor } = found;
      return { body: { applications: list.map(summaryView), nextCursor: nextCursor || undefined } };
    },
  }),
  route({
    method: 'get',
    path: '/api/applications/:number',
    id: 'getApplication',
    summary: 'One application with its timeline and its graph',
    who: 'resident',
    onBehalfOf: true,
    answers: applicationShape,
    async answer({ onBehalfOf, path, call }, ports) {
      const found = await ports.applications.get({ applicationNumber: path.number, ...onBehalfOf }, call);
      return isRefusal(found) ? found : { body: applicationView(found), etag: etagOf(found.version) };
    },
  }),
];
