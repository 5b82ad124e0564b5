import type { Ways } from '../settings';
import type { Carrier } from './carrier';
import { mailCarrier } from './mail';
import { smsCarrier } from './sms';

/** The ways of this city, in the order in which a legal notice takes what its recipient did not choose. */
export const carriersOf = ({ sms, mail }: Ways): readonly Carrier[] => [
  ...(sms ? [smsCarrier(sms)] : []),
  ...(mail ? [mailCarrier(mail)] : []),
];
