import type { ServiceClient } from '@lianban/grpc';
import { type Refusal, isRefusal } from '@lianban/model';
import { type applications, residents } from '@lianban/protos';
import { type RequestContext, route } from '../http/route';
import type { Ports } from '../ports';
import { offerList, offerRefusal, offerView } from '../schemas/offer';

const { OffersServiceService } = residents.v1;
const offersOf = ({ clientOf }: Ports): ServiceClient<typeof OffersServiceService> =>
  clientOf('residents', OffersServiceService);

type Call = RequestContext['call'];
const newestApplications = 100;

/** A step that came to nothing leaves its item to be applied for. */
const ENDED: ReadonlySet<string> = new Set(['refused', 'not-needed', 'stopped', 'cancelled', 'compensated']);

/** The items that an application of somebody for themselves asks for or has brought; which child another is about it does not say. */
const askedFor = ({ about, steps }: applications.v1.Application): readonly string[] =>
  ['', 'self'].includes(about) ? steps.filter(({ status }) => !ENDED.has(status)).map(({ item }) => item) : [];

/** What is offered and not applied for yet. */
async function openOffers(
  residentId: string,
  ports: Ports,
  call: Call,
): Promise<readonly residents.v1.Offer[] | Refusal> {
  const found = await offersOf(ports).list({ residentId }, call);
  if (isRefusal(found)) return found;
  if (found.offers.length === 0) return [];
  const mine = await ports.applications.list({ residentId, limit: newestApplications, cursor: '' }, call);
  if (isRefusal(mine)) return mine;
  const asked = new Set(mine.applications.flatMap(askedFor));
  return found.offers.filter((offer) => offer.residentId !== residentId || !asked.has(offer.package));
}

/** What I may have and did not ask for. */
export const offers = [
  route({
    method: 'get',
    path: '/api/me/offers',
    id: 'listOffers',
    summary: 'What I, or a child of mine, may have by what departments know, and did not apply for; newest first',
    who: 'resident',
    answers: offerList,
    async answer({ who, call }, ports) {
      const found = await openOffers(who.id, ports, call);
      return isRefusal(found) ? found : { body: { offers: found.map(offerView) } };
    },
  }),
  route({
    method: 'post',
    path: '/api/me/offers/:package/refusal',
    id: 'refuseOffer',
    summary: 'Not for me: it is not offered again for a year. It can be applied for all the same',
    who: 'resident',
    body: offerRefusal,
    answers: offerList,
    async answer({ who, path, body, call }, ports) {
      const asked = { residentId: who.id, package: path.package, forId: body.for ?? '' };
      const refused = await offersOf(ports).refuse(asked, call);
      if (isRefusal(refused)) return refused;
      const left = await openOffers(who.id, ports, call);
      return isRefusal(left) ? left : { body: { offers: left.map(offerView) } };
    },
  }),
];
