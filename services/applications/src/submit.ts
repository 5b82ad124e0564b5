import type { applications } from '@lianban/protos';
import type { App } from '@lianban/runtime';
import type { CallContext } from '@lianban/grpc';
import { type Refusal, isRefusal, refuse } from '@lianban/model';
import { shanghaiDay } from '@lianban/input';
import { type CatalogueInUse, forApplicant, invalidConsents, validateAnswers } from './catalogue';
import { onlyOneOf } from './domain/application';
import { by } from './domain/by';
import type { Consent } from './domain/consent';
import type { ApplicationNumbers } from './domain/application-number';
import type { SubmitApplication } from './domain/commands';
import { requestKeyId } from './domain/request-key';
import { needsGuardian, notAlive, notEligible } from './domain/eligible';
import { type Subject, aboutWhom, notTheirs } from './domain/subject';
import { graded, unfitMaterial } from './domain/handed-in';
import { APPLICATIONS, REQUESTS } from './aggregate-types';
import { hashOf } from './request-hash';
import { OpenAtOnce } from './open-at-once';
import { outOfScope } from './scope';

/**
 * Takes a submission in: checked against the package's form, its items' materials and the register, given a number, and stored together with its
 * Idempotency-Key, so that the same request sent twice is one application.
 */
export const submitter = (app: App, catalogue: Pick<CatalogueInUse, 'find'>, numbers: ApplicationNumbers) => {
  const openAtOnce = new OpenAtOnce(app);
  return async (
    request: applications.v1.SubmitRequest,
    call: CallContext,
  ): Promise<applications.v1.SubmitResponse | Refusal> => {
    const { residentId, district, materials, idempotencyKey, agent, registered } = request;
    if (!residentId || !idempotencyKey)
      return refuse('invalid-submission', 'A resident and an Idempotency-Key are needed.');
    const listed = catalogue.find(request.package);
    if (!listed)
      return refuse('unknown-package', 'There is no such package: choose one from the catalogue.', '/package');
    const outside = agent && outOfScope(agent, listed.code);
    if (outside) return outside;
    const kind = registered?.organisation ? 'organisation' : 'person';
    const found = forApplicant(listed, kind);
    if (!found) return notFor[kind];
    const answers = request.answers ?? {};
    const today = shanghaiDay(app.clock.now());
    const wrong = validateAnswers(found, answers, today);
    if (wrong) return { ...wrong, pointer: wrong.wrong[0]?.pointer ?? '/answers' };

    const unknown = invalidConsents(found, request.consents);
    if (unknown) return unknown;
    const isAtCounter = officerIn(call) !== undefined;
    const unfit = unfitMaterial(materials, found.grades, isAtCounter);
    if (unfit) return unfit;
    const { subject } = request;
    const about = subject && { ...subject, kind: subject.kind as Subject['kind'] };
    const who = { hasAgent: agent !== undefined, isAtCounter };
    const dead = registered && notAlive(registered);
    if (dead) return dead;
    const person = registered?.organisation ? undefined : registered;
    const minor = person && needsGuardian(person, today, who);
    if (minor) return minor;
    const stranger = notTheirs(
      aboutWhom(found.about, person, today),
      about && { ...about, birthDate: about.registered?.birthDate ?? '' },
      today,
    );
    if (stranger) return stranger;
    const concerned = subject?.registered ?? registered;
    // A newborn child is in no register: what the law wants of persons is then asked of whoever applies.
    const no = concerned && notEligible({ district, age: found.age, registered: found.registered }, concerned, today);
    if (no) return no;
    const consents = request.consents.length > 0 ? { consents: request.consents.map(asked) } : {};

    const number = numbers.format(app.clock.now(), await app.nextNumber('applications'));
    const { code, version } = found;
    const command: SubmitApplication = {
      type: 'SubmitApplication',
      number,
      package: code,
      version,
      residentId,
      ...(about && { subject: { kind: about.kind, ...(about.residentId && { residentId: about.residentId }) } }),
      district: concerned?.district ?? district,
      answers,
      materials: graded(materials, found.grades),
      ...by({ agentId: agent?.residentId ?? '' }),
      ...assistance(call),
      ...consents,
      // An organisation may open two shops at a time.
      ...(found.openAtOnce === 'one' && person && { onlyOne: true }),
      ...(found !== listed && { steps: found.steps.map(({ id }) => id) }),
    };
    const idempotency = {
      keys: REQUESTS.name,
      key: requestKeyId(residentId, agent?.residentId ?? '', idempotencyKey),
      hash: hashOf({ code, district, answers, materials, ...consents, ...(about && { about: subjectKey(about) }) }),
    };
    const take = () =>
      app.dispatch(APPLICATIONS, number, command, { traceparent: call.traceparent, signal: call.signal, idempotency });
    const only = onlyOneOf(residentId, code);
    const done = command.onlyOne ? await openAtOnce.take(only, idempotency.key, take) : await take();
    if (isRefusal(done)) return done;
    return { applicationNumber: done.id, created: done.id === number };
  };
};

const notFor = {
  organisation: refuse('applicant-not-possible', 'Only a person can apply for this, not an organisation.', '/package'),
  person: refuse('applicant-not-possible', 'Only an organisation can apply for this, not a person.', '/package'),
} as const;

const subjectKey = ({ kind, residentId = '' }: Pick<Subject, 'kind' | 'residentId'>) => ({ kind, residentId });

export const asked = ({ to, purpose, version }: applications.v1.Consent): Consent => ({
  department: to,
  purpose,
  version,
});

/** An officer who hands something in does so at a counter, for the resident: the application keeps who. */
const assistance = (call: CallContext) => {
  const officer = officerIn(call);
  return officer === undefined ? {} : { assistedBy: officer };
};

export const officerIn = ({ onBehalfOf = '' }: CallContext) => /^(?:officer|supervisor):(.+)$/.exec(onBehalfOf)?.[1];
