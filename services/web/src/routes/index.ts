import * as cityServices from '../city-services';
import { acts } from './acts';
import { applications } from './applications';
import { apply } from './apply';
import { check } from './check';
import { corrections } from './corrections';
import { entitlements } from './entitlements';
import { find } from './find';
import { handIn } from './hand-in';
import { information } from './information';
import { mandates } from './mandates';
import { materials } from './materials';
import { me } from './me';
import { offers } from './offers';
import type { PageRoute } from './route';
import { sessions } from './sessions';
import { settings } from './settings';
import { writs } from './writs';

/** All routes of the site; the first match wins. */
export const routes: readonly PageRoute[] = [
  ...find,
  ...check,
  ...settings,
  ...information,
  ...materials,
  ...handIn,
  ...apply,
  ...applications,
  ...acts,
  ...me,
  ...entitlements,
  ...offers,
  ...corrections,
  ...sessions,
  ...mandates,
  ...writs,
  ...Object.values<readonly PageRoute[]>(cityServices).flat(),
];
