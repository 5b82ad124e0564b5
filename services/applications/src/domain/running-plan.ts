import type { ApplicationState } from './application';
import { type Plan, type Plans, narrowed } from './plan';

/** @throws when the package version an application runs on is no longer in the catalogue: that is a mistake of deployment. */
export function planOf({ number, package: code, packageVersion, steps }: ApplicationState, plans: Plans): Plan {
  const plan = plans(code, packageVersion);
  if (plan === undefined)
    throw new Error(
      `Application ${number} runs on "${code}" version ${packageVersion}, which the catalogue no longer has: put its file back.`,
    );
  return narrowed(plan, (id) => steps[id] !== undefined);
}
