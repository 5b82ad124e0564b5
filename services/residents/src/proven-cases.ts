import type { App } from '@lianban/runtime';
import { type Refusal, refuse } from '@lianban/model';
import type { Config } from '@lianban/runtime';
import { capabilityVerifier } from '@lianban/steps';
import { type ResidentsSettings, capabilityKeysFrom } from './settings';

type VerifyCapability = ReturnType<typeof capabilityVerifier>;

/** The refusal "case-unproven" of a question by duty for a case that applications did not give the department. */
export type ProvenCase = (
  token: string | undefined,
  asked: Parameters<VerifyCapability>[1],
) => Promise<Refusal | undefined>;

const unproven = refuse(
  'case-unproven',
  'Show the proof that came with this case (StepRequested.capability): it is for one resident, case and purpose.',
  '/purpose/capability',
);

/** Who is believed by these settings. A proof that is none is refused always. */
export function provenCases(settings: ResidentsSettings, environment: Config['environment']) {
  const verify = capabilityVerifier(capabilityKeysFrom(settings, environment));
  const isLenient = settings.ALLOW_UNPROVEN_CASES === 'true';
  return ({ log }: Pick<App, 'log'>): ProvenCase => {
    if (isLenient)
      log.warn({ setting: 'ALLOW_UNPROVEN_CASES' }, 'departments are believed whose case it is, without a proof');
    return caseProver(verify, isLenient);
  };
}

export const caseProver =
  (verify: VerifyCapability, isLenient: boolean): ProvenCase =>
  async (token, asked) => {
    if (!token) return isLenient ? undefined : unproven;
    return (await verify(token, asked)) ? undefined : unproven;
  };
