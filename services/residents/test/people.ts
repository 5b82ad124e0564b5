import type { residents } from '@lianban/protos';
import { checkCharacter } from '@lianban/input';

/** A well-formed ID number that belongs to nobody: area 999999 was never given out. */
export const idNumberOf = (n: number, born = '19440315'): string => {
  const first17 = `999999${born}${String(n).padStart(3, '0')}`;
  return first17 + checkCharacter(first17);
};

/** Somebody made up; each `n` has texts of its own, so that each can be looked for. */
export const somebody = (n: number, born?: string): residents.v1.RegisterRequest => ({
  residentId: `r-${n}`,
  name: `王秀兰${n}`,
  idNumber: idNumberOf(n, born),
  phone: `139${String(10_000_000 + n)}`,
  address: `金水区经八路街道${n}号楼2单元`,
  communityCode: '410105001003',
});

export const household = (householdId: string, ...residentIds: string[]): residents.v1.Household => ({
  householdId,
  members: residentIds.map((residentId) => ({
    residentId,
    monthlyIncomeCents: 50_000,
    severeDisability: false,
    guardianOf: [],
  })),
  savingsCents: 200_000,
  homes: 1,
  cars: 0,
});
