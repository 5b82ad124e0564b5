import type { ServiceSpec } from '@lianban/runtime';
import { benefitsIn } from './benefits';
import { claimsGrpc } from './claims';
import { authorityBetween } from './authority-between';
import { consentsGrpc } from './consents';
import { contactsGrpc } from './contacts';
import { correctionsGrpc } from './corrections';
import { deathsHeard, deathsIn, settleDeaths } from './deaths';
import { departmentsInUse } from './departments-in-use';
import { draftsGrpc } from './drafts';
import { residentsGrpc } from './grpc';
import { residentsAggregates } from './aggregates';
import { ownDataGrpc } from './own-data';
import { mandatesGrpc } from './mandates';
import { offeredIn, offersGrpc, offersHeard } from './offers';
import { organisationsGrpc } from './organisations-grpc';
import { organisationsIn } from './organisations';
import { openSessionsGrpc } from './open-sessions';
import { readMarksGrpc } from './read-marks';
import { readQuestionsGrpc } from './read-questions';
import { provenCases } from './proven-cases';
import { looksByDepartment } from './look';
import { recorder } from './reading';
import { purposesOf } from './purposes';
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
    const departments = departmentsInUse();
    const purposes = departments.of(purposesOf);
    const looks = departments.of(looksByDepartment);
    const offers = departments.of(offeredIn);
    const benefits = benefitsIn(departments);
    const provenIn = provenCases(settings, config.environment);
    return {
      topic: 'residents.v1',
      catalogue: { use: departments.use },
      aggregates: residentsAggregates,
      ownSeals: ownSealsOf(vault),
      subscriptions: [deathsHeard, ...offersHeard(departments.shipped)],
      grpc: (app) => {
        const recorded = recorder(app, { purposes, looksOf: (department) => looks().get(department) });
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
              purposes,
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
          offersGrpc(app, { offered: (item) => offers().get(item), guardians }),
          draftsGrpc(app, vault, deaths),
          consentsGrpc(app),
          contactsGrpc(app, vault, recorded),
          claimsGrpc(app, recorded, benefits),
          sessionsGrpc(app),
          openSessionsGrpc(app),
          correctionsGrpc(app, { vault, recorded, relations }),
          readMarksGrpc(app),
          readQuestionsGrpc(app, vault, (name) => looks().has(name)),
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
