import type { residents } from '@lianban/protos';
import { z } from 'zod';
import { code, iso, moment, personId, text, textView } from './common';
import { named } from './components';

const offer = named(
  'Offer',
  z
    .object({
      for: z.string().describe('Whom it is for: me, or a child whose guardian I am'),
      package: code.describe('What can be applied for'),
      because: text.describe('What is known of them'),
      law: text.describe('By which law they are told'),
      toldBy: z.string().describe('The department that said so'),
      since: moment,
    })
    .describe('What somebody may have and did not ask for 主动告知. Nothing begins by itself'),
);
export const offerList = named('OfferList', z.object({ offers: z.array(offer) }));

export const offerView = (of: residents.v1.Offer): z.output<typeof offer> => ({
  for: of.residentId,
  package: of.package,
  because: textView(of.because),
  law: textView(of.law),
  toldBy: of.toldBy,
  since: iso(of.since) ?? '',
});

export const offerRefusal = named(
  'OfferRefusal',
  z.strictObject({ for: personId.optional().describe('A child whose guardian I am; me, when left out') }),
);
