/** Somebody signed in, on whose behalf a service is called. Ids are opaque. */
export interface Person {
  readonly role: string;
  readonly id: string;
  /** Of officers. */
  readonly department?: string | undefined;
  readonly district?: string | undefined;
  /** What an officer may do beyond the cases of the desk. */
  readonly scopes?: readonly string[] | undefined;
}

/** "resident:ID": how a person is written down, and how releases before person tokens named one. */
export const textOf = ({ role, id }: Person): string => `${role}:${id}`;
