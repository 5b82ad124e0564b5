import { type GrpcSecurity, connect } from '@lianban/grpc';
import { isRefusal } from '@lianban/model';
import { residents } from '@lianban/protos';
import { idNumber } from './id-number';

const communityCode = '410102001001';

// Few at a time, so that memory at rest, measured next, does not reflect a burst.
const atOnce = 8;
// Long enough for batches of one on a busy machine.
const patience = { deadlineMs: 60_000 };

/** Registers made-up residents, each with a household, and returns their ids. */
export async function registerResidents(address: string, count: number, security?: GrpcSecurity): Promise<string[]> {
  const { call, close } = connect(residents.v1.ResidentsServiceService, address, 'registry', 'residents', [], security);
  const one = async (n: number): Promise<string> => {
    const residentId = `bench-${n}`;
    const phone = `138${String(n).padStart(8, '0')}`;
    const person = {
      residentId,
      name: '性能测试',
      idNumber: idNumber(n),
      phone,
      address: `测试路${n}号`,
      communityCode,
    };
    accepted(await call.register(person, patience));
    const members = [{ residentId, monthlyIncomeCents: 60_000, severeDisability: false, guardianOf: [] }];
    const household = { householdId: `household-${n}`, members, savingsCents: 100_000, homes: 1, cars: 0 };
    accepted(await call.putHousehold(household, patience));
    return residentId;
  };
  try {
    const ids: string[] = [];
    while (ids.length < count) {
      const few = Math.min(atOnce, count - ids.length);
      ids.push(...(await Promise.all(Array.from({ length: few }, (_, nth) => one(ids.length + nth)))));
    }
    return ids;
  } finally {
    close();
  }
}

function accepted(answer: object): void {
  if (isRefusal(answer)) throw new Error(`residents refused a made-up resident: ${answer.refused}: ${answer.detail}`);
}
