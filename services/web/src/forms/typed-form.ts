/** The fields of a form as submitted, in order. */
export type FormEntries = readonly (readonly [name: string, value: string])[];

/** @param form a name submitted more than once holds a list */
export const typedIn = (form: Readonly<Record<string, unknown>>): FormEntries =>
  Object.entries(form).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).flatMap((each) => (typeof each === 'string' ? [[name, each]] : [])),
  );
