import { X509Certificate } from 'node:crypto';
import { type ChannelCredentials, ServerCredentials, credentials, experimental } from '@grpc/grpc-js';
import { ConfigError } from '@lianban/settings';
import type { Log } from '@lianban/telemetry';
import type { PersonTokens } from './person/sign';
import { CertificateFiles, type CertificatePaths } from './certificate-files';

export interface GrpcTls extends CertificatePaths {
  readonly trustDomain: string;
  /** How often the files are read for renewed certificates. */
  readonly refreshMs?: number;
}

/** The credentials of this process, and how the names of its peers are verified. */
export interface GrpcSecurity {
  readonly server: ServerCredentials;
  client(peer: string): ChannelCredentials;
  /**
   * The service that a peer's certificate names; undefined when it names none of this trust domain.
   * @param subjectAltName in Node's form: "URI:spiffe://lianban/permits, DNS:…"
   */
  readonly nameIn: ((subjectAltName: string | undefined) => string | undefined) | undefined;
  /** Of a service that knows by itself who is signed in. */
  readonly personTokens?: PersonTokens;
}

/** Plaintext, and the caller's name is believed. */
export const insecure: GrpcSecurity = {
  server: ServerCredentials.createInsecure(),
  client: () => credentials.createInsecure(),
  nameIn: undefined,
};

/**
 * Mutual TLS between services: each side presents a certificate whose SAN URI names its service,
 * spiffe://<trust domain>/…/<service>, as SPIFFE and cert-manager issue them. Without `tls`, calls are plaintext and the
 * caller's name is not verified: for a local stack, or a mesh that does this itself.
 * @throws ConfigError when the certificates cannot be used, or name another service
 */
export function grpcSecurity(self: string, tls: GrpcTls | undefined, log: Pick<Log, 'error'>): GrpcSecurity {
  if (!tls) return insecure;
  const nameIn = serviceNamedBy(tls.trustDomain);
  const files = openFiles(tls, log);
  const own = nameIn(new X509Certificate(files.certificate).subjectAltName);
  if (own !== self)
    throw new ConfigError(
      `GRPC_CERT_FILE: the certificate is ${own ? `"${own}"’s` : 'no service’s'}; its SAN must be spiffe://${tls.trustDomain}/${self}`,
    );
  return {
    server: experimental.createCertificateProviderServerCredentials(files, files, true),
    client: (peer) =>
      experimental.createCertificateProviderChannelCredentials(files, files, {
        checkServerIdentity: (_host, { subjectaltname }) =>
          nameIn(subjectaltname) === peer ? undefined : new Error(`who answers is not ${peer}, by its certificate`),
      }),
    nameIn,
  };
}

function openFiles(tls: GrpcTls, log: Pick<Log, 'error'>): CertificateFiles {
  try {
    return new CertificateFiles(tls, tls.refreshMs ?? 30_000, (error) =>
      log.error({ err: error }, 'renewed certificates cannot be used: the previous ones stay in use'),
    );
  } catch (error) {
    throw new ConfigError(
      `GRPC_CA_FILE, GRPC_CERT_FILE, GRPC_KEY_FILE: cannot be used together: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

const serviceNamedBy = (trustDomain: string) => {
  const prefix = `URI:spiffe://${trustDomain}/`;
  return (subjectAltName: string | undefined): string | undefined => {
    const names = (subjectAltName ?? '').split(', ').filter((name) => name.startsWith(prefix));
    // A certificate that names several services identifies none.
    return names.length === 1 ? names[0]!.slice(prefix.length).split('/').at(-1) || undefined : undefined;
  };
};
