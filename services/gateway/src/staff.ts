import type { Log } from '@lianban/telemetry';
import { CallFailed, type ServiceClient } from '@lianban/grpc';
import { isRefusal } from '@lianban/model';
import type { casework } from '@lianban/protos';
import type { StaffList } from './officers';

type Desk = Pick<ServiceClient<typeof casework.v1.DeskServiceService>, 'releaseUnlisted'>;

/** Who works for the city, as its staff list says it at the moment. */
export interface Staff {
  readonly list: () => StaffList;
  /** Whether somebody may act for a department: anybody, where the list only gives names. */
  mayAct(id: string, department: string): boolean;
  /** Reads the list again; cases of people who have left it go back to their teams. */
  renew(): Promise<void>;
}

interface Source {
  /** @throws when what is there now is no staff list */
  readonly read: () => StaffList;
  /** Only those on the list act as officers and supervisors. */
  readonly isClosed: boolean;
  readonly desks: Readonly<Record<string, Desk>>;
  readonly log: Pick<Log, 'info' | 'error'>;
}

export function openStaff({ read, isClosed, desks, log }: Source): Staff {
  let list = read();
  const idsOf = (department: string) => list.filter((one) => one.department === department).map(({ id }) => id);

  const giveBack = async ([department, desk]: [string, Desk]): Promise<void> => {
    try {
      const answer = await desk.releaseUnlisted({ staff: idsOf(department) });
      const released = isRefusal(answer) ? 0 : answer.released;
      if (released > 0) log.info({ department, count: released }, 'cases of officers who left went back to the team');
    } catch (error) {
      // A department that is down, or of the previous release: at the next reading again.
      if (!(error instanceof CallFailed)) throw error;
    }
  };

  return {
    list: () => list,
    mayAct: (id, department) => !isClosed || list.some((one) => one.id === id && one.department === department),
    async renew() {
      try {
        list = read();
      } catch (error) {
        // The list before it stays: a mistake in it must not shut everybody out.
        log.error({ err: error, setting: 'OFFICERS' }, 'the staff list cannot be read: the one before stays in use');
      }
      if (isClosed) await Promise.all(Object.entries(desks).map(giveBack));
    },
  };
}
