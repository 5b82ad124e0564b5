import { isRefusal } from '@lianban/model';
import { route } from '../http/route';
import { drawnOf } from '../own-data/drawn';
import { drawnList, entitlementView } from '../schemas/entitlement';

export const entitlements = [
  route({
    method: 'get',
    path: '/api/me/entitlements',
    id: 'listEntitlements',
    summary: 'What I and my household draw and drew: how much, from when, why it changed, when it is looked at again',
    who: 'resident',
    answers: drawnList,
    async answer({ who, call }, ports) {
      const found = await drawnOf({ residentId: who.id, ports, call });
      if (isRefusal(found)) return found;
      // What officers ask of each other is no decision yet.
      const shown = found.entitlements.map((each) => ({ ...entitlementView(each), asked: undefined }));
      return { body: { entitlements: shown, unavailable: [...found.unavailable] } };
    },
  }),
];
