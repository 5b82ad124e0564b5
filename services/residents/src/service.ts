import type { ServiceSpec } from '@lianban/runtime';
import { benefitsInUse } from './benefits-in-use';
import { claimsGrpc } from './claims';
import { authorityBetween } from './authority-between';
import { consentsGrpc } from './consents';
import { contactsGrpc } from './contacts';
import { correctionsGrpc } from './corrections';
import { deathsHeard, deathsIn, settleDeaths } from './deaths';
import { draftsGrpc } from './drafts';
import { residentsGrpc } from './grpc';
import { residentsAggregates } from './aggregates';
import { ownDataGrpc } from './own-data';
import { mandatesGrpc } from './mandates';
import { offersGrpc, offersHeard, offersInUse } from './offers';
import { organisationsGrpc } from './organisations-grpc';
import { organisationsIn } from './organisations';
import { openSessionsGrpc } from './open-sessions';
import { readMarksGrpc } from './read-marks';
import { looksInUse } from './looks-in-use';
import { readQuestionsGrpc } from './read-questions';
import { provenCases } from './proven-cases';
import { recorder } from './reading';
import { purposesInUse } from './purposes';
import { sealBooks, sealEveryMs } from './seal-books';
import { securityLogGrpc } from './security-log';
import { type ResidentsSettings, keysFrom, residentsSettings } from './settings';
import { guardiansIn } from './guardians';
import { relationsIn } from './relations';
import { sessionsGrpc } from './sessions';
import { ownSealsOf } from './vault/own-seals';
import { createVault } from './vault/seal';

/** People and households, kept sealed; every read by somebody else is recorded for the resident to see. */
export const residents: ServiceSpec<ResidentsSettings> = {
  name: 'residents',
  settings: residentsSettings,
  compose(settings, config) {
    const vault = createVault(keysFrom(settings, config.environment));
    const purposes = purposesInUse();
    const looks = looksInUse();
    const offers = offersInUse();
    const benefits = benefitsInUse();
    const provenIn = provenCases(settings, config.environment);
    return {
      topic: 'residents.v1',
      catalogue: {
        ...purposes.catalogue,
        use(files) {
          purposes.catalogue.use(files);
          looks.catalogue.use(files);
          offers.use(files);
          benefits.catalogue.use(files);
        },
      },
      aggregates: residentsAggregates,
      ownSeals: ownSealsOf(vault),
      subscriptions: [deathsHeard, ...offersHeard()],
      grpc: (app) => {
        const recorded = recorder(app, { purposes: purposes.now, looksOf: looks.of });
        const relations = relationsIn(app);
        const deaths = deathsIn(app);
        const guardians = guardiansIn(app, deaths);
        const organisations = organisationsIn(app, deaths);
        const authority = authorityBetween(app, { guardians, organisations, deaths });
        const proven = provenIn(app);
        return [
          residentsGrpc(app, {
            ...{
              vault,
              recorded,
              purposes: purposes.now,
              relations,
              guardians,
              organisations,
              deaths,
              authority,
              proven,
            },
          }),
          ownDataGrpc(app, vault, recorded),
          mandatesGrpc(app, { vault, recorded, relations, guardians, organisations, authority, deaths }),
          organisationsGrpc(app),
          offersGrpc(app, { offered: offers.of, guardians }),
          draftsGrpc(app, vault, deaths),
          consentsGrpc(app),
          contactsGrpc(app, vault, recorded),
          claimsGrpc(app, recorded, benefits),
          sessionsGrpc(app),
          openSessionsGrpc(app),
          correctionsGrpc(app, { vault, recorded, relations }),
          readMarksGrpc(app),
          readQuestionsGrpc(app, vault, (name) => looks.of(name) !== undefined),
          securityLogGrpc(app),
        ];
      },
      periodicJobs: (app) => [
        { name: 'sealing of reads', everyMs: sealEveryMs, run: () => sealBooks(app) },
        { name: 'deaths', everyMs: 2_000, run: () => settleDeaths(app) },
      ],
    };
  },
};
