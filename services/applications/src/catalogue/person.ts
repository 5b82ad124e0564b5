import type { applications } from '@lianban/protos';
import type { CataloguedPackage } from './catalogue';
import { type Registered, isOfAge, isRegistered } from '../domain/eligible';

interface OnPerson {
  readonly condition: applications.v1.PersonCondition;
  holds(registered: Registered, today: string): boolean;
}

/** What the register must say of whom a package is about. */
export function conditionsOn({ age, registered: where }: Pick<CataloguedPackage, 'age' | 'registered'>): OnPerson[] {
  return [
    ...(where
      ? [
          {
            condition: { kind: 'registered', where: where.where, law: where.law },
            holds: (registered: Registered) => isRegistered(where, registered),
          },
        ]
      : []),
    ...(age
      ? [
          {
            condition: { kind: 'age', where: '', min: age.min, max: age.max, law: age.law },
            holds: (registered: Registered, today: string) => isOfAge(age, registered, today),
          },
        ]
      : []),
  ];
}
