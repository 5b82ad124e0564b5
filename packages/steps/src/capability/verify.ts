import { type JSONWebKeySet, createLocalJWKSet, jwtVerify } from 'jose';
import { type Capability, capabilityAlgorithm, capabilityIssuer, capabilityType } from './capability';

/** Whether `token` proves that `asked` is a case of the department's. Never throws. */
export type VerifyCapability = (token: string, asked: Omit<Capability, 'subjectId'>) => Promise<boolean>;

/** @param keys the public keys of applications */
export function capabilityVerifier(keys: JSONWebKeySet): VerifyCapability {
  const keySet = createLocalJWKSet(keys);
  return async (token, { department, caseId, residentId, purpose }) => {
    try {
      const { payload } = await jwtVerify(token, keySet, {
        algorithms: [capabilityAlgorithm],
        typ: capabilityType,
        issuer: capabilityIssuer,
      });
      const { sub, about } = payload;
      if (residentId === '' || (sub !== residentId && about !== residentId)) return false;
      return payload['azp'] === department && payload['case'] === caseId && payload['purpose'] === purpose;
    } catch {
      return false;
    }
  };
}
