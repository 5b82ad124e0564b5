import { publicKeys } from '@lianban/settings';
import { z } from 'zod';

/**
 * Mutual TLS between services, and whom they believe on whose behalf they are called. Certificates are paths, so that they can be
 * renewed while a service runs.
 */
export const grpcSettings = {
  GRPC_CA_FILE: z
    .string()
    .optional()
    .describe(
      'path of the certificates in PEM that vouch for other services: with this one and the next two, calls go over mutual TLS',
    ),
  GRPC_CERT_FILE: z.string().optional().describe('path of this process’s certificate in PEM'),
  GRPC_KEY_FILE: z.string().optional().describe('path of its private key in PEM'),
  GRPC_TRUST_DOMAIN: z
    .string()
    .regex(/^[a-z0-9._-]{1,255}$/, 'may hold small letters, digits, ".", "_" and "-" only')
    .default('lianban')
    .describe('begins the name in a certificate: `spiffe://<trust domain>/…/<service>`'),
  PERSON_TOKEN_JWKS: publicKeys
    .optional()
    .describe(
      'public Ed25519 keys of the gateway’s person tokens, by which it proves on whose behalf it calls: a JWKS, or a file with it. Required in production of what answers calls; without it, the checkout’s own key',
    ),
  ALLOW_UNPROVEN_PERSONS: z
    .enum(['true', 'false'])
    .default('false')
    .describe(
      '`true`: callers of the release before, which show no person token, are believed by their word; each start warns of it. For the time of an upgrade; the next release does not read it',
    ),
};

type GrpcSettings = Readonly<z.output<z.ZodObject<typeof grpcSettings>>>;
const files = ['GRPC_CA_FILE', 'GRPC_CERT_FILE', 'GRPC_KEY_FILE'] as const;

/** Settings that contradict each other, as [setting, sentence]. */
export function grpcContradictions(settings: GrpcSettings): readonly (readonly [keyof GrpcSettings, string])[] {
  const missing = files.filter((name) => !settings[name]);
  if (missing.length === 0 || missing.length === files.length) return [];
  return missing.map((name) => [name, `is missing: ${files.join(', ')} go together`] as const);
}

/** Undefined when calls are plaintext. */
export function grpcTls(settings: GrpcSettings) {
  const { GRPC_CA_FILE: caFile, GRPC_CERT_FILE: certFile, GRPC_KEY_FILE: keyFile, GRPC_TRUST_DOMAIN } = settings;
  return caFile && certFile && keyFile ? { caFile, certFile, keyFile, trustDomain: GRPC_TRUST_DOMAIN } : undefined;
}
