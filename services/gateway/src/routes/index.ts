import * as cityServices from '../city-services';
import { document } from '../http/openapi';
import { type AnyRoute, route } from '../http/route';
import { openApiShape } from '../schemas/open-api';
import { live } from './application-live';
import { acts } from './application-acts';
import { messages } from './application-messages';
import { missingThings } from './application-missing';
import { applicationWrits } from './application-writs';
import { applications } from './applications';
import { children } from './children';
import { consents } from './consents';
import { describedEvents } from './described-events';
import { desk } from './desk';
import { deskActs } from './desk-acts';
import { decisionCorrections } from './desk-decision-correction';
import { secondPersonActs } from './desk-second-person';
import { deskCase } from './desk-case';
import { deskCounter } from './desk-counter';
import { deskEntitlements } from './desk-entitlements';
import { corrections } from './corrections';
import { deskMandates } from './desk-mandates';
import { deskTeam } from './desk-team';
import { deskWrits } from './desk-writs';
import { drafts } from './drafts';
import { entitlements } from './entitlements';
import { eligibility } from './eligibility';
import { lookUps } from './look-ups';
import { mandates } from './mandates';
import { materials } from './materials';
import { mending } from './mending';
import { offers } from './offers';
import { operations } from './operations';
import { operator } from './operator';
import { ownExport } from './own-export';
import { packages } from './packages';
import { profile } from './profile';
import { readQuestions } from './read-questions';
import { reads } from './reads';
import { sessions } from './sessions';

/** All routes of the API. */
export const routes: readonly AnyRoute[] = [
  ...packages,
  ...eligibility,
  ...applications,
  ...acts,
  ...messages,
  ...missingThings,
  ...applicationWrits,
  ...live,
  ...reads,
  ...readQuestions,
  ...ownExport,
  ...corrections,
  ...entitlements,
  ...profile,
  ...children,
  ...sessions,
  ...drafts,
  ...mandates,
  ...consents,
  ...offers,
  ...materials,
  ...desk,
  ...deskActs,
  ...secondPersonActs,
  ...decisionCorrections,
  ...deskCase,
  ...deskCounter,
  ...deskEntitlements,
  ...deskTeam,
  ...deskWrits,
  ...lookUps,
  ...deskMandates,
  ...operator,
  ...operations,
  ...mending,
  ...describedEvents,
  ...Object.values<readonly AnyRoute[]>(cityServices).flat(),
  route({
    method: 'get',
    path: '/api/openapi.json',
    id: 'getOpenApi',
    summary: 'This description',
    who: 'anyone',
    answers: openApiShape,
    maxAge: 60,
    answer: () => Promise.resolve({ body: (described ??= document(routes)) }),
  }),
];

let described: Record<string, unknown> | undefined;
