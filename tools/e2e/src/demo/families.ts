import type { IdentityKind } from '@lianban/input';
import type { residents } from '@lianban/protos';
import { madeUpIdNumber } from './people';

interface DemoFamily {
  readonly members: readonly residents.v1.RegisterRequest[];
  readonly household: residents.v1.Household;
}

/** Code and name of a community. */
type Community = readonly [code: string, place: string];
const jinshui: Community = ['410105001003', '金水区经八路街道体育社区居民居委会'];
const erqi: Community = ['410103001001', '二七区淮河路街道淮河社区居民委员会'];
/** In another city of the province: registered elsewhere. */
const chuanhui: Community = ['411602001001', '周口市川汇区陈州街道'];

/** Residents by name and birthday; the sequence of the ID number tells their sex: odd is male. */
type Person = readonly [id: string, name: string, born: string, sequence: number];

/** On the days the demonstration plays. */
const isMinor = ([, , born]: Person): boolean => born > '2010';

const family = (householdId: string, [communityCode, place]: Community, ...people: readonly Person[]): DemoFamily => ({
  members: people.map(([residentId, name, born, sequence], index) => ({
    residentId,
    name,
    idNumber: madeUpIdNumber(born, sequence),
    phone: `137${String(20_000_000 + sequence * 10 + index)}`,
    address: `${place}${sequence % 60}号楼2单元`,
    communityCode,
  })),
  household: {
    householdId,
    members: people.map((person) => ({
      residentId: person[0],
      monthlyIncomeCents: isMinor(person) ? 0 : 250_000,
      severeDisability: false,
      guardianOf: isMinor(person) ? [] : people.filter(isMinor).map(([child]) => child),
    })),
    ...{ savingsCents: 2_000_000, homes: 1, cars: 0 },
  },
});

/** Disabled of grade 1 or 2, which counts for the means of a household. */
const severelyDisabled = ({ members, household }: DemoFamily): DemoFamily => ({
  members,
  household: { ...household, members: household.members.map((member) => ({ ...member, severeDisability: true })) },
});

/** Registered with another document than an identity card. */
const knownBy = (
  idKind: IdentityKind,
  idNumber: string,
  { members: [holder, ...others], household }: DemoFamily,
): DemoFamily => ({
  members: [{ ...holder!, idKind, idNumber, birthDate: bornOn(holder!) }, ...others],
  household,
});

const bornOn = ({ idNumber }: residents.v1.RegisterRequest): string =>
  `${idNumber.slice(6, 10)}-${idNumber.slice(10, 12)}-${idNumber.slice(12, 14)}`;

/** Households of the life events, each in another way; invented like all residents of the demonstration. */
export const demoFamilies: readonly DemoFamily[] = [
  // A couple whose child is born on 20 February 2026.
  family('family-newborn', jinshui, ['mother-1', '孙婷', '19960412', 842], ['father-1', '高翔', '19940903', 843]),
  // A couple with twins.
  family('family-twins', erqi, ['mother-2', '何敏', '19930705', 844], ['father-2', '罗毅', '19920118', 845]),
  // An unmarried mother with a child of ten.
  family('family-alone', jinshui, ['mother-3', '宋佳', '19890526', 846], ['child-3', '宋知远', '20150611', 847]),
  // A couple that lives here and is registered elsewhere.
  family('family-elsewhere', chuanhui, ['mother-4', '邓欣', '19970221', 848], ['father-4', '曹勇', '19951130', 849]),
  // A man whom the law lets retire in May 2026, two months from the first day.
  family('family-retiring', erqi, ['worker-1', '郝建国', '19660115', 851]),
  // A widow, and her husband who dies on 20 February 2026.
  family('family-widow', jinshui, ['widow-1', '冯玉兰', '19480312', 856], ['husband-1', '冯志强', '19451008', 857]),
  // A disabled student.
  severelyDisabled(family('family-student', jinshui, ['student-1', '魏晓', '20060915', 852])),
  // Two who live here with other documents than an identity card.
  knownBy(
    'passport',
    'P00000861',
    family('family-foreigner', jinshui, ['foreigner-1', 'Maria José da Silva', '19881112', 861]),
  ),
  knownBy(
    'hk-macao-travel-permit',
    'H00000863',
    family('family-hong-kong', erqi, ['hong-kong-1', '欧阳嘉怡', '19910730', 862]),
  ),
  // Somebody aged 100.
  family('family-hundred', jinshui, ['elder-100', '梁秀英', '19260201', 854]),
];
