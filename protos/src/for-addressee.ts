import { casework, steps } from '../gen/index';

/** The names of fields of a message, held against it by the compiler. */
const fieldsOf =
  <M>() =>
  (...fields: readonly (keyof M & string)[]): readonly string[] =>
    fields;

const request = fieldsOf<casework.v1.StepRequested>();
const supplement = fieldsOf<casework.v1.SupplementProvided>();
const serviceRequest = fieldsOf<steps.v1.StepRequested>();

/** Of messages with a field `sealed`, by full name, the fields that only the addressee needs: they may travel in it. */
export const forAddressee: ReadonlyMap<string, readonly string[]> = new Map([
  [casework.v1.StepRequested.$type, request('answers', 'earlier', 'materials', 'residentId', 'filedBy', 'capability')],
  [casework.v1.SupplementProvided.$type, supplement('answers', 'materials', 'providedBy')],
  [steps.v1.StepRequested.$type, serviceRequest('answers', 'earlier', 'residentId')],
]);
