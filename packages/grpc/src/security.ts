import { X509Certificate } from 'node:crypto';
import { type ChannelCredentials, ServerCredentials, credentials, experimental } from '@grpc/grpc-js';
import { ConfigError } from '@lianban/settings';
import type { Log } from '@lianban/telemetry';
import { CertificateFiles, type CertificatePaths } from './certificate-files';

export interface GrpcTls extends CertificatePaths {
  readonly trustDomain: string;
  /** How often the files are looked at for renewed certificates. */
  readonly refreshMs?: number;
}

/** How this process proves who it is, and how others have to. */
export interface GrpcSecurity {
  readonly server: ServerCredentials;
  client(peer: string): ChannelCredentials;
  /**
   * The service that a peer's certificate names; undefined when it names none of this trust domain.
   * @param subjectAltName as Node tells it: "URI:spiffe://lianban/permits, DNS:…"
   */
  readonly nameIn: ((subjectAltName: string | undefined) => string | undefined) | undefined;
}

/** Nothing proved and nothing hidden. */
export const inTheClear: GrpcSecurity = {
  server: ServerCredentials.createInsecure(),
  client: () => credentials.createInsecure(),
  nameIn: undefined,
};

/**
 * Mutual TLS between services: everybody shows a certificate whose SAN URI names a service,
 * spiffe://<trust domain>/…/<service>, as SPIFFE and cert-manager issue them. Without `tls`, calls go in the clear and the
 * caller is who it says it is, which is for a local stack or a mesh that does this itself.
 * @throws ConfigError when the certificates cannot be used, or are another service's
 */
export function grpcSecurity(self: string, tls: GrpcTls | undefined, log: Pick<Log, 'error'>): GrpcSecurity {
  if (!tls) return inTheClear;
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
      log.error({ err: error }, 'renewed certificates cannot be used: the former stay in use'),
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
    // A certificate with several names would be several services.
    return names.length === 1 ? names[0]!.slice(prefix.length).split('/').at(-1) || undefined : undefined;
  };
};
