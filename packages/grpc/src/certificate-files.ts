import { readFileSync } from 'node:fs';
import { createSecureContext } from 'node:tls';
import type { experimental } from '@grpc/grpc-js';

type CaListener = experimental.CaCertificateUpdateListener;
type IdentityListener = experimental.IdentityCertificateUpdateListener;

/** Paths of a process's certificates in PEM: the files are replaced while the process runs. */
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
 * Reads certificates from files at an interval, so that new connections use renewed ones without a restart. grpc-js's own
 * file watcher is not used: it passes on whatever it reads, and a certificate that is replaced a moment before its key
 * would end the process.
 */
export class CertificateFiles implements experimental.CertificateProvider {
  private readonly caListeners = new Set<CaListener>();
  private readonly identityListeners = new Set<IdentityListener>();
  private timer: NodeJS.Timeout | undefined;
  private last: Contents;

  /**
   * @param onUnusable called when the files do not match; the certificates read before stay in use
   * @throws when they cannot be used at the start
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
    this.stopIfUnused();
  }

  addIdentityCertificateListener(listener: IdentityListener): void {
    this.identityListeners.add(listener);
    this.watch();
    process.nextTick(listener, { certificate: this.last.cert, privateKey: this.last.key });
  }

  removeIdentityCertificateListener(listener: IdentityListener): void {
    this.identityListeners.delete(listener);
    this.stopIfUnused();
  }

  private read(): Contents {
    const { caFile, certFile, keyFile } = this.paths;
    const [ca, cert, key] = [readFileSync(caFile), readFileSync(certFile), readFileSync(keyFile)];
    createSecureContext({ ca, cert, key });
    return { ca, cert, key };
  }

  private reload(): void {
    try {
      const { ca, cert, key } = this.read();
      if (ca.equals(this.last.ca) && cert.equals(this.last.cert) && key.equals(this.last.key)) return;
      this.last = { ca, cert, key };
      for (const listener of this.identityListeners) listener({ certificate: cert, privateKey: key });
      for (const listener of this.caListeners) listener({ caCertificate: ca });
    } catch (error) {
      this.onUnusable(error);
    }
  }

  private watch(): void {
    this.timer ??= setInterval(() => this.reload(), this.everyMs).unref();
  }

  private stopIfUnused(): void {
    if (this.caListeners.size + this.identityListeners.size > 0) return;
    clearInterval(this.timer);
    this.timer = undefined;
  }
}
