import { checkCharacter } from '@lianban/input';
import type { residents } from '@lianban/protos';

// Streets and communities of the city are real, the residents are invented.
const communities = [
  { code: '410102001002', place: '中原区林山寨街道碧沙岗社区居委会' },
  { code: '410103001001', place: '二七区淮河路街道淮河社区居民委员会' },
  { code: '410104001001', place: '管城回族区北下街街道新华社区居委会' },
  { code: '410105001003', place: '金水区经八路街道体育社区居民居委会' },
  { code: '410106001001', place: '上街区济源路街道中安街社区居民委员会' },
  { code: '410108001001', place: '惠济区新城街道金河社区居民委员会' },
  { code: '410122001001', place: '中牟县青年路街道管道三公司居民委员会' },
  { code: '410171111001', place: '郑州经济技术开发区九龙镇九龙社区居民委员会' },
  { code: '410172160001', place: '郑州高新技术产业开发区石佛镇秋棠社区居委会' },
  { code: '410173108201', place: '郑州航空港经济综合实验区张庄镇前霍村委会' },
  { code: '410181001003', place: '巩义市新华路街道文化街社区居民委员会' },
  { code: '410182001001', place: '荥阳市索河街道老城社区居委会' },
] as const;

const names = ['王秀兰', '王小梅', '李建国', '张伟', '刘洋', '陈静', '杨帆', '赵磊', '黄丽', '周强', '吴敏', '徐刚'];

/** A well-formed ID number (GB 11643-1999) that belongs to nobody: its area code was never assigned. */
export function madeUpIdNumber(born: string, sequence: number): string {
  const body = `999999${born}${String(sequence).padStart(3, '0')}`;
  return body + checkCharacter(body);
}

/** Demonstration resident number `n`, from 1; the same number is always the same person. */
export function demoResident(n: number): residents.v1.RegisterRequest {
  const community = communities[n % communities.length]!;
  const elderly = n % 3 === 1;
  const born = `${elderly ? 1944 + (n % 20) : 1980 + (n % 20)}${String(1 + (n % 12)).padStart(2, '0')}15`;
  return {
    residentId: `resident-${n}`,
    name: names[(n - 1) % names.length]!,
    idNumber: madeUpIdNumber(born, (n * 2) % 1000),
    phone: `139${String(10_000_000 + n)}`,
    address: `${community.place}${1 + (n % 60)}号楼${1 + (n % 4)}单元`,
    communityCode: community.code,
  };
}

/** Their household of one person, which is enough for the means test. */
export const demoHousehold = (n: number): residents.v1.Household => ({
  householdId: `household-${n}`,
  members: [
    {
      residentId: `resident-${n}`,
      monthlyIncomeCents: 30_000 + (n % 5) * 1_000,
      severeDisability: false,
      guardianOf: [],
    },
  ],
  savingsCents: 500_000,
  homes: 1,
  cars: 0,
});
