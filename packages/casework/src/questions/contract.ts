import * as contracts from '@lianban/protos';
import type { Definition } from '@lianban/grpc';

/** A question that a department answers over gRPC: method Ask<Question> of the service QuestionsService of its own contract. */
export interface Contract {
  readonly department: string;
  /** As the catalogue and the facts of a case name it: contributions. */
  readonly question: string;
  readonly definition: Definition;
  /** askContributions */
  readonly method: string;
}

type Versions = Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>>;

/** Every question there is, in the order of the contracts. */
export const questionsOfAll: readonly Contract[] = Object.entries(contracts).flatMap(([name, versions]) => {
  const definition = (versions as unknown as Versions)['v1']?.['QuestionsServiceService'] as Definition | undefined;
  const department = name.replaceAll('_', '-');
  return Object.keys(definition ?? {}).map((method) => ({
    department,
    question: questionOf(method),
    definition: definition!,
    method,
  }));
});

export const contractOf = (department: string, question: string): Contract | undefined =>
  questionsOfAll.find((each) => each.department === department && each.question === question);

/** askContributions → contributions, askHouseholdMeans → household-means */
function questionOf(method: string): string {
  return method
    .replace(/^ask/, '')
    .replace(/[A-Z]/g, (letter, at: number) => `${at === 0 ? '' : '-'}${letter.toLowerCase()}`);
}
