/** The fields of a form as they came, in their order. */
export type FormEntries = readonly (readonly [name: string, value: string])[];

/** @param form a name that came more than once holds a list */
export const typedIn = (form: Readonly<Record<string, unknown>>): FormEntries =>
  Object.entries(form).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).flatMap((each) => (typeof each === 'string' ? [[name, each]] : [])),
  );
