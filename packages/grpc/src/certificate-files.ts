import { readFileSync } from 'node:fs';
import { createSecureContext } from 'node:tls';
import type { experimental } from '@grpc/grpc-js';

type CaListener = experimental.CaCertificateUpdateListener;
type IdentityListener = experimental.IdentityCertificateUpdateListener;

/** Where the certificates of a process lie, in PEM. Paths, because certificates are renewed while the process runs. */
export interface CertificatePaths {
  readonly caFile: string;
  readonly certFile: string;
  readonly keyFile: string;
}

interface Contents {
  readonly ca: Buffer;
  readonly cert: Buffer;
  readonly key: Buffer;
}

/**
 * Certificates from files, read again and again, so that renewed ones count for new connections without a restart. Not
 * the library's own watcher: that one hands on whatever it finds, and a certificate that is replaced a moment before its
 * key would end the process.
 */
export class CertificateFiles implements experimental.CertificateProvider {
  private readonly caListeners = new Set<CaListener>();
  private readonly identityListeners = new Set<IdentityListener>();
  private timer: NodeJS.Timeout | undefined;
  private last: Contents;

  /**
   * @param onUnusable told when the files do not fit together; what was read before stays in use
   * @throws when they cannot be used from the beginning
   */
  constructor(
    private readonly paths: CertificatePaths,
    private readonly everyMs: number,
    private readonly onUnusable: (error: unknown) => void,
  ) {
    this.last = this.read();
  }

  /** The certificate in use. */
  get certificate(): Buffer {
    return this.last.cert;
  }

  addCaCertificateListener(listener: CaListener): void {
    this.caListeners.add(listener);
    this.watch();
    process.nextTick(listener, { caCertificate: this.last.ca });
  }

  removeCaCertificateListener(listener: CaListener): void {
    this.caListeners.delete(listener);
    this.rest();
  }

  addIdentityCertificateListener(listener: IdentityListener): void {
    this.identityListeners.add(listener);
    this.watch();
    process.nextTick(listener, { certificate: this.last.cert, privateKey: this.last.key });
  }

  removeIdentityCertificateListener(listener: IdentityListener): void {
    this.identityListeners.delete(listener);
    this.rest();
  }

  private read(): Contents {
    const { caFile, certFile, keyFile } = this.paths;
    const [ca, cert, key] = [readFileSync(caFile), readFileSync(certFile), readFileSync(keyFile)];
    createSecureContext({ ca, cert, key });
    return { ca, cert, key };
  }

  private look(): void {
    try {
      const { ca, cert, key } = this.read();
      if (ca.equals(this.last.ca) && cert.equals(this.last.cert) && key.equals(this.last.key)) return;
      this.last = { ca, cert, key };
      for (const tell of this.identityListeners) tell({ certificate: cert, privateKey: key });
      for (const tell of this.caListeners) tell({ caCertificate: ca });
    } catch (error) {
      this.onUnusable(error);
    }
  }

  private watch(): void {
    this.timer ??= setInterval(() => this.look(), this.everyMs).unref();
  }

  private rest(): void {
    if (this.caListeners.size + this.identityListeners.size > 0) return;
    clearInterval(this.timer);
    this.timer = undefined;
  }
}
