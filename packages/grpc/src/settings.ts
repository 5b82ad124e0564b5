import { z } from 'zod';

/** Mutual TLS between services; the certificates are paths, so that they can be renewed while a service runs. */
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
