import { monthOf, restopFor, resumeFor, stopFor } from '@lianban/entitlements';
import { type Subscription, eventHandler } from '@lianban/inbox';
import { dayIn, monthAfter } from '@lianban/input';
import { public_security } from '@lianban/protos';

const { v1 } = public_security;

/** What a registered death means to a department whose grants are paid again and again. */
export interface HearsDeaths {
  /** Who registers them. */
  readonly from: string;
  /** By when what is paid to the dead for a household must be looked at again, YYYY-MM-DD. */
  readonly recheckBy?: (diedOn: string) => string;
}

/**
 * What a person draws stops with the month after the death 死亡次月停发, by the day of the death and not by that of its registration; whoever
 * turns out to live, or to have died on another day, draws what is due, with arrears. Each record stands by itself: of the register's other
 * cases nothing is kept here.
 */
export const deathsHeard = ({ from, recheckBy }: HearsDeaths): Subscription => {
  const ending = (diedOn: string) => {
    if (dayIn(diedOn) !== diedOn) throw new Error('the day of the death is no day');
    return { cause: 'death', from: monthAfter(diedOn, 1), ...(recheckBy && { recheckBy: recheckBy(diedOn) }) };
  };
  return {
    topic: `${from}.v1`,
    owner: from,
    handlers: [
      eventHandler(v1.DeathRegistered, ({ residentId, diedOn }) => stopFor(residentId, ending(diedOn))),
      eventHandler(v1.DeathCorrected, ({ residentId, diedOn }, { at }) =>
        diedOn === undefined
          ? resumeFor(residentId, 'death', 'death-corrected', monthOf(at))
          : restopFor(residentId, ending(diedOn)),
      ),
    ],
  };
};
