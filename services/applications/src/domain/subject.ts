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
  /** By the register, to whoever applies. */
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
 * Why somebody may not apply about this person: "subject-not-possible" for what the package is about, "subject-unrelated" for
 * whom the register does not relate to them, "subject-of-age" for a child who is none.
 */
export function notTheirs(about: readonly string[], of: Named | undefined, today: string): Refusal | undefined {
  const kind = of?.kind ?? 'self';
  if (!about.includes(kind))
    return refused('subject-not-possible', `This can be about ${about.join(' or ')}: say so under /about.`);
  if (of === undefined || kind === 'newborn') return undefined;
  // Guardians 法定代理人 join here: until the register knows who is whose guardian, whoever lives in one household acts.
  if (of.relation !== 'household')
    return refused('subject-unrelated', 'By the register this person does not belong to the applicant’s household.');
  if (kind === 'child' && ageOn(of.birthDate, today) >= OF_AGE)
    return refused('subject-of-age', 'Whoever is of age applies for themselves, or gives a mandate.');
  return undefined;
}

const refused = (slug: string, detail: string): Refusal => ({ refused: slug, detail, pointer: '/about' });
