import type { Decider } from '@lianban/model';

export interface Death {
  readonly residentId: string;
  /** YYYY-MM-DD. */
  readonly diedOn: string;
  /** When the register of public security took it in. */
  readonly registeredAt: Date;
}

/** What one registration of a death says, as public security last said it. */
export type DeathState =
  | { readonly status: 'none' }
  | ({ readonly status: 'registered'; readonly settled: boolean } & Death)
  | { readonly status: 'taken-back'; readonly residentId: string };

export type DeathCommand =
  | ({ readonly type: 'RegisterDeath' } & Death)
  | { readonly type: 'CorrectDeath'; readonly residentId: string; readonly diedOn?: string; readonly at: Date }
  /** What ends at once has ended. */
  | { readonly type: 'SettleDeath' };

export type DeathEvent =
  | ({ readonly type: 'DeathKept' } & Death)
  | { readonly type: 'DeathTakenBack'; readonly residentId: string }
  | { readonly type: 'DeathSettled' };

/**
 * A registered death 死亡登记, by the case of public security it was registered in. The person’s own entry stays as it is: what a death ends in the
 * register – to act for others and by others – follows from this document while it stands, so a correction restores it.
 */
export const death: Decider<DeathState, DeathCommand, DeathEvent> = {
  initial: () => ({ status: 'none' }),
  decide(command, state) {
    switch (command.type) {
      case 'RegisterDeath': {
        const { residentId, diedOn, registeredAt } = command;
        const isKnown = state.status === 'registered' && state.diedOn === diedOn;
        // A registration that comes late does not undo its correction.
        return isKnown || state.status === 'taken-back'
          ? []
          : [{ type: 'DeathKept', residentId, diedOn, registeredAt }];
      }
      case 'CorrectDeath': {
        const { residentId, diedOn, at } = command;
        if (diedOn === undefined) return state.status === 'taken-back' ? [] : [{ type: 'DeathTakenBack', residentId }];
        const registeredAt = state.status === 'registered' ? state.registeredAt : at;
        if (state.status === 'registered' && state.diedOn === diedOn) return [];
        return [{ type: 'DeathKept', residentId, diedOn, registeredAt }];
      }
      case 'SettleDeath':
        return state.status === 'registered' && !state.settled ? [{ type: 'DeathSettled' }] : [];
    }
  },
  evolve(state, event) {
    switch (event.type) {
      case 'DeathKept': {
        const { residentId, diedOn, registeredAt } = event;
        return { status: 'registered', settled: false, residentId, diedOn, registeredAt };
      }
      case 'DeathTakenBack':
        return { status: 'taken-back', residentId: event.residentId };
      case 'DeathSettled':
        return state.status === 'registered' ? { ...state, settled: true } : state;
    }
  },
};
