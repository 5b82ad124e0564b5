import type { StaffList } from '../src/officers';
import type { Ports } from '../src/ports';

/** A staff list that only gives names. */
export const staffOf = (list: StaffList): Ports['staff'] => ({ list: () => list, mayAct: () => true });
