import type { Refusal } from '@lianban/model';
import { ageOn } from '@lianban/input';

/** Whom an application is about 办理对象, when not whoever applies. */
export interface Subject {
  readonly kind: 'child' | 'newborn' | 'dead';
  /** Absent of a newborn: in no register yet, known by the birth certificate until the entry makes them a resident. */
  readonly residentId?: string;
}

interface Named extends Subject {
  readonly birthDate: string;
  /** What whoever applies is to them by the register: guardian, household, or something else. */
  readonly relation: string;
}

/** From here on somebody acts for themselves (民法典 art. 17). */
const OF_AGE = 18;

/** Whom an application can be about: of a minor, in whose name a guardian applies, what can be about a child is about themselves. */
export const aboutWhom = (
  about: readonly string[],
  applicant: { readonly birthDate: string } | undefined,
  today: string,
): readonly string[] =>
  applicant && about.includes('child') && ageOn(applicant.birthDate, today) < OF_AGE ? [...about, 'self'] : about;

/**
 * By what somebody applies about another 办理: their guardian 法定代理人 about a child (民法典 art. 23, 27; of a household, a grandparent
 * or a grown-up brother is none), and whoever lived with the dead about them.
 */
const relations: Readonly<Record<'child' | 'dead', readonly string[]>> = {
  child: ['guardian'],
  dead: ['guardian', 'household'],
};

/**
 * Why somebody may not apply about this person: "subject-not-possible" for what the package is about, "subject-unrelated" for
 * whom the register does not relate to them, "subject-of-age" for a child who is none.
 */
export function notTheirs(about: readonly string[], of: Named | undefined, today: string): Refusal | undefined {
  if (!about.includes(of?.kind ?? 'self'))
    return refused('subject-not-possible', `This can be about ${about.join(' or ')}: say so under /about.`);
  if (of === undefined || of.kind === 'newborn') return undefined;
  const { kind } = of;
  if (kind === 'child' && isKnown(of) && ageOn(of.birthDate, today) >= OF_AGE)
    return refused('subject-of-age', 'Whoever is of age applies for themselves, or gives a mandate.');
  return relations[kind].includes(of.relation) ? undefined : refused('subject-unrelated', unrelated[kind]);
}

/** Of a stranger no age is told. */
const isKnown = ({ relation }: Named): boolean => relation === 'guardian' || relation === 'household';

const unrelated = {
  child: 'By the register the applicant is not a guardian of this person. A counter enters who is.',
  dead: 'By the register this person does not belong to the applicant’s household.',
} as const;

const refused = (slug: string, detail: string): Refusal => ({ refused: slug, detail, pointer: '/about' });
