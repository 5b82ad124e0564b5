import { createPrivateKey, sign } from 'node:crypto';
import type { JWK } from 'jose';
import { type Capability, capabilityAlgorithm, capabilityIssuer, capabilityType } from './capability';

/** Signs at once, and the same text for the same capability: a decision that is made again says the same. */
export type SignCapability = (capability: Capability) => string;

const encoded = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');

/**
 * Signs a JWT that has no end: a case may be open for a year, and proves no more on its last day than on its first.
 * @param key a private Ed25519 key
 */
export function capabilitySigner(key: JWK): SignCapability {
  const secret = createPrivateKey({ key: key as Record<string, unknown>, format: 'jwk' });
  const header = encoded({ alg: capabilityAlgorithm, typ: capabilityType, ...(key.kid && { kid: key.kid }) });
  return ({ department, caseId, residentId, subjectId, purpose }) => {
    const whom = { sub: residentId, ...(subjectId && { about: subjectId }) };
    const claims = { iss: capabilityIssuer, ...whom, azp: department, case: caseId, purpose };
    const signed = `${header}.${encoded(claims)}`;
    return `${signed}.${sign(null, Buffer.from(signed), secret).toString('base64url')}`;
  };
}
