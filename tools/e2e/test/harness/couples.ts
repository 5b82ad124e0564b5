import { connect, grpcSecurity } from '@lianban/grpc';
import { isRefusal } from '@lianban/model';
import { residents } from '@lianban/protos';
import { madeUpIdNumber } from '../../src/demo/people';

/** Both are over 60, so that either package takes them. */
export const spousesOf = (n: number): readonly [string, string] => [`husband-of-${n}`, `wife-of-${n}`];
export const homeOf = (n: number): string => `home-of-${n}`;

const person = (residentId: string, n: number, name: string): residents.v1.RegisterRequest => ({
  residentId,
  name,
  idNumber: madeUpIdNumber(`${1940 + Math.floor(n / 1_000)}0315`, n % 1_000),
  phone: `136${String(10_000_000 + n)}`,
  address: `金水区经八路街道体育社区${1 + (n % 60)}号楼1单元`,
  communityCode: '410105001003',
});

/** Registers couples that live on little, from number 0 on. */
export async function registerCouples(address: string, couples: number): Promise<void> {
  const security = grpcSecurity('registry', undefined, { error: () => undefined });
  const { call, close } = connect(residents.v1.ResidentsServiceService, address, 'registry', 'residents', [], security);
  const sure = (answer: object) => {
    if (isRefusal(answer)) throw new Error(answer.detail);
  };
  try {
    for (let n = 0; n < couples; n++) {
      const [husband, wife] = spousesOf(n);
      sure(await call.register(person(husband, 2 * n, '赵老伯')));
      sure(await call.register(person(wife, 2 * n + 1, '钱阿姨')));
      const members = [husband, wife].map((residentId) => ({
        ...{ residentId, monthlyIncomeCents: 30_000, severeDisability: false, guardianOf: [] },
      }));
      sure(await call.putHousehold({ householdId: homeOf(n), members, savingsCents: 500_000, homes: 1, cars: 0 }));
    }
  } finally {
    close();
  }
}
