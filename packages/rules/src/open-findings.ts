import type { Facts } from '@lianban/casework';
import type { Refusal } from '@lianban/model';

/** What an officer has yet to write down before the rule can say anything; undefined when all of it is there. */
export function openFindings(findings: Facts, names: readonly string[]): Refusal | undefined {
  const open = names.find((name) => findings[name] === undefined || findings[name] === '');
  return open === undefined
    ? undefined
    : { refused: 'findings-open', detail: `Write down what was found: ${open}.`, pointer: `/findings/${open}` };
}
