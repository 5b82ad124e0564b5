import type { ServiceSpec } from '@lianban/platform';
import { consentsGrpc } from './consents';
import { draftsGrpc } from './drafts';
import { residentsGrpc } from './grpc';
import { residentsKinds } from './kinds';
import { mandatesGrpc } from './mandates';
import { readMarksGrpc } from './read-marks';
import { type ResidentsSettings, keyFrom, residentsSettings } from './settings';
import { sessionsGrpc } from './sessions';
import { createVault } from './vault/seal';

/** People and households, kept sealed; every read by somebody else is recorded for the resident to see. */
export const residents: ServiceSpec<ResidentsSettings> = {
  name: 'residents',
  settings: residentsSettings,
  compose(settings, config) {
    const vault = createVault(keyFrom(settings, config.environment));
    return {
      kinds: residentsKinds,
      grpc: (app) => [
        residentsGrpc(app, vault),
        mandatesGrpc(app, vault),
        draftsGrpc(app, vault),
        consentsGrpc(app),
        sessionsGrpc(app),
        readMarksGrpc(app),
      ],
    };
  },
};
