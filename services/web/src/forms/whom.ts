import type { Package, Submission } from '@lianban/rest-client';
import type { Calls } from '../api/api';
import { ApiRefusal } from '../api/problem';

/** Somebody an application can be about. */
export interface Whom {
  readonly residentId: string;
  readonly name: string;
}

type Asked = Pick<Package, 'about'>;

/** A gateway of the release before does not say: the applicant. */
const kindsOf = ({ about = ['self'] }: Asked): readonly string[] => about;

export const isAboutSelf = (of: Asked): boolean => kindsOf(of).includes('self');
export const isAboutChild = (of: Asked): boolean => kindsOf(of).includes('child');

/** The children to choose from. Who acts for another by a mandate is not told of that person's children. */
export async function childrenFor(of: Asked, calls: Calls): Promise<readonly Whom[]> {
  if (!isAboutChild(of)) return [];
  try {
    return (await calls.call('get', '/api/me/children', {})).children;
  } catch (error) {
    if (error instanceof ApiRefusal && error.slug === 'invalid-header') return [];
    throw error;
  }
}

/** Whom a package is about, by what was chosen; undefined while it has to be chosen. */
export function aboutOf(of: Asked, chosen: string, children: readonly Whom[]): Pick<Submission, 'about'> | undefined {
  if (!isAboutChild(of)) return kindsOf(of).includes('newborn') ? { about: { kind: 'newborn' } } : {};
  if (chosen === 'self' && isAboutSelf(of)) return {};
  const child = children.find(({ residentId }) => residentId === chosen);
  return child && { about: { kind: 'child', residentId: child.residentId } };
}
