import type { applications } from '@lianban/protos';
import { type Refusal, refuse } from '@lianban/model';

/** The refusal "mandate-scope", when an agent's mandate does not cover the package. */
export const outOfScope = ({ packages }: applications.v1.Agent, code: string): Refusal | undefined =>
  packages.length === 0 || packages.includes(code)
    ? undefined
    : refuse('mandate-scope', 'Your mandate of this person does not cover this package.');
