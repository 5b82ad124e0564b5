import { contradictionOf, holidays } from '@lianban/casework';
import { capabilitySigner, requestTopics, stepContradictionOf } from '@lianban/steps';
import type { EventEnvelope } from '@lianban/inbox';
import { clamd, openExaminer } from '@lianban/papers';
import type { ServiceSpec } from '@lianban/runtime';
import { type Performer, catalogueInUse, catalogueTexts } from './catalogue';
import { applicationNumbers } from './domain/application-number';
import { isOfStep } from './domain/step-subject';
import { applicationsGrpc } from './grpc';
import { APPLICATIONS } from './aggregate-types';
import { applicationsAggregates } from './aggregates';
import { paperIntake } from './intake';
import { materialsGrpc, removeUnused } from './materials';
import { ownDataGrpc } from './own-data';
import { durableRequests } from './durable-requests';
import { decisionHandlers, serviceHandlers } from './step-handlers';
import { type ApplicationsSettings, applicationsSettings, capabilityKey } from './settings';
import { setDates } from './set-dates';
import { waitingProjection } from './waiting';

const minuteMs = 60_000;

/** Takes applications in, asks the departments and city services concerned, and hears from them until every step has its end. */
export const applications: ServiceSpec<ApplicationsSettings> = {
  name: requestTopics.ASKER,
  settings: applicationsSettings,
  compose(settings, { environment }) {
    const sign = capabilitySigner(capabilityKey(settings, environment));
    const { catalogue, running } = catalogueInUse(catalogueTexts(settings.CATALOGUE_FOLDER));
    const calendar = holidays.runningCalendar();
    const numbers = applicationNumbers(settings.APPLICATION_NUMBER_PATTERN);
    // Own facts of a department mean nothing here, and still count: the next thing it says must not look like a gap.
    const sequenceOwner = ({ key, subject }: EventEnvelope) =>
      isOfStep(subject) ? { aggregate: APPLICATIONS.name, id: key } : undefined;
    const departments = () => catalogue.heard.filter(decides).map(topicOf);
    const asked = () => catalogue.heard.map(({ name }) => name);
    const waiting = waitingProjection(departments, asked, catalogue.plans);
    const intake = paperIntake(openExaminer(), settings.CLAMD_ADDRESS && clamd(settings.CLAMD_ADDRESS));
    return {
      topic: requestTopics.SHARED,
      topicsTo: topicsOf[settings.REQUESTS_SAID_ON],
      aggregates: applicationsAggregates(catalogue, sign, calendar.at),
      catalogue: running,
      holidays: calendar.holidays,
      get subscriptions() {
        return catalogue.heard.map((each) => ({
          ...topicOf(each),
          handlers: decides(each) ? decisionHandlers : serviceHandlers,
          sequenceOwner,
        }));
      },
      projections: [waiting],
      ...(settings.REQUEST_KEYS_FOLDER && { sealFor: settings.REQUEST_KEYS_FOLDER }),
      requests: durableRequests,
      grpc: (app) => [
        applicationsGrpc(app, catalogue, numbers, waiting),
        materialsGrpc(app, intake),
        ownDataGrpc(app, catalogue),
      ],
      periodicJobs: (app) => [
        { name: 'unused uploads', everyMs: minuteMs, run: () => removeUnused(app) },
        { name: 'dates', everyMs: 2_000, run: () => setDates(app, calendar.at) },
      ],
    };
  },
};

const topicsOf = {
  own: (addressee: string) => [requestTopics.of(addressee)],
  both: (addressee: string) => [requestTopics.SHARED, requestTopics.of(addressee)],
  shared: () => [requestTopics.SHARED],
} as const;

const decides = ({ performs }: Performer): boolean => performs === 'decision';

/** A department speaks casework.v1, a city service steps.v1. */
const topicOf = ({ topic, declaredAt, performs }: Performer) => {
  const contradiction = performs === 'decision' ? contradictionOf : stepContradictionOf;
  return {
    topic,
    owner: topic.replace(/\.v\d+$/, ''),
    declaredAt,
    contradiction: (message: unknown, envelope: EventEnvelope) => contradiction(message, envelope, envelope.source),
  };
};
