import type { About } from '@lianban/engine';
import type { ServiceSpec } from '@lianban/runtime';
import { loadCatalogue } from './catalogue';
import { applicationNumbers } from './domain/application-number';
import { applicationsGrpc } from './grpc';
import { applicationsKinds } from './kinds';
import { materialsGrpc, removeUnused } from './materials';
import { questions } from './questions';
import { APPLICATIONS, reactions } from './reactions';
import { type ApplicationsSettings, applicationsSettings } from './settings';

const minuteMs = 60_000;

/** Takes applications in, asks the departments concerned, and hears from them until every step has its end. */
export const applications: ServiceSpec<ApplicationsSettings> = {
  name: 'applications',
  settings: applicationsSettings,
  compose(settings) {
    const catalogue = loadCatalogue(settings.CATALOGUE_FOLDER);
    const numbers = applicationNumbers(settings.APPLICATION_NUMBER_PATTERN);
    // Own facts of a department mean nothing here, and still count: the next thing it says must not look like a gap.
    const counts = ({ key }: About) => ({ kind: APPLICATIONS, id: key });
    return {
      kinds: applicationsKinds(catalogue),
      hears: catalogue.departments.map(({ topic, declaredAt }) => ({ topic, declaredAt, reactions, counts })),
      questions,
      grpc: (app) => [applicationsGrpc(app, catalogue, numbers), materialsGrpc(app)],
      repeats: (app) => [{ name: 'unused uploads', everyMs: minuteMs, turn: () => removeUnused(app) }],
    };
  },
};
