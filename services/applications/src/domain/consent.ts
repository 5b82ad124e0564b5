import type { Material } from '@lianban/casework';
import { isSigned } from './handed-in';
import type { Plan, PlanStep, Share } from './plan';

/** An applicant's consent 同意 to one share, as it came with a submission or a supplement. */
export interface Consent {
  readonly department: string;
  /** The item it is asked for. */
  readonly purpose: string;
  /** Of the words that were agreed to. */
  readonly version: string;
}

export interface GivenConsent extends Consent {
  /**
   * on-site: to the words the site showed; on-paper: by a signed authorisation among the materials, uploaded or handed in at a counter. Its
   * version is empty.
   */
  readonly form: 'on-site' | 'on-paper';
}

/** What somebody agreed to, and the materials as they then stand. */
export interface Agreed {
  readonly consents: readonly GivenConsent[];
  readonly materials: readonly Material[];
}

const isOf = ({ department, purpose }: Share) => {
  return (consent: Consent): boolean => consent.department === department && consent.purpose === purpose;
};

/**
 * What of the steps' shares is agreed to, by word or on paper. A consent by word stands for the paper that says the same: the
 * department finds it among its materials, where it looks for the authorisation 授权书, under the consent's own id.
 */
export function agreedTo(
  steps: Pick<Plan, 'steps'>['steps'],
  number: string,
  said: readonly Consent[],
  materials: readonly Material[],
): Agreed {
  const consents: GivenConsent[] = [];
  const papers: Material[] = [];
  const all = () => [...materials, ...papers];
  const holds = (code: string) => all().some((material) => material.code === code);
  const holdsSigned = (code: string) => all().some((material) => material.code === code && isSigned(material));
  for (const share of sharesOf(steps)) {
    const byWord = said.find(isOf(share));
    const { department, purpose, material } = share;
    if (byWord) {
      consents.push({ department, purpose, version: byWord.version, form: 'on-site' });
      const reference = `${number}.${department}.${purpose}`;
      if (material !== undefined && !holds(material))
        papers.push({ code: material, grade: 'D', reference, asked: 'D' });
    } else if (material !== undefined && holdsSigned(material))
      consents.push({ department, purpose, version: '', form: 'on-paper' });
  }
  return { consents, materials: papers.length > 0 ? [...materials, ...papers] : materials };
}

/** Each share once, though several steps may rest on it. */
const sharesOf = (steps: readonly PlanStep[]): readonly Share[] => {
  const all = steps.flatMap(({ shares }) => shares ?? []);
  return all.filter((share, index) => all.findIndex(isOf(share)) === index);
};
