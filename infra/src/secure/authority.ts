import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { messageOf, Problem } from '../problem';

export interface Issued {
  readonly certFile: string;
  readonly keyFile: string;
  /** Certificate and key in one file, for mongod and Kafka. */
  readonly bothFile: string;
}

/**
 * A certificate authority in a folder: for a local stack or one test, never for production. It is made the first time, and
 * what it has issued is kept, so that every start uses the same certificates.
 */
export class Authority {
  readonly caFile: string;

  /** @throws Problem when openssl is missing or cannot write here */
  constructor(
    readonly folder: string,
    private readonly days = 365,
  ) {
    this.caFile = join(folder, 'ca.crt');
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (!existsSync(this.caFile)) this.make('ca', ['-addext', 'basicConstraints=critical,CA:TRUE']);
  }

  /** One for a test, in a folder of its own. */
  static throwAway(): Authority {
    return new Authority(mkdtempSync(join(tmpdir(), 'lianban-ca-')), 2);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** @param names subject alternative names: "IP:127.0.0.1", "URI:spiffe://…"  @param file begins the files' names */
  issue(names: string, file: string): Issued {
    return existsSync(join(this.folder, `${file}.pem`)) ? this.filesOf(file) : this.renew(names, file);
  }

  /** Replaces the certificate and its key, under the same file names. */
  renew(names: string, file: string): Issued {
    const issued = this.filesOf(file);
    this.make(file, ['-CA', this.caFile, '-CAkey', join(this.folder, 'ca.key'), '-addext', `subjectAltName=${names}`]);
    const both = readFileSync(issued.keyFile, 'utf8') + readFileSync(issued.certFile, 'utf8');
    writeFileSync(`${issued.bothFile}.new`, both, { mode: 0o600 });
    renameSync(`${issued.bothFile}.new`, issued.bothFile);
    return issued;
  }

  private filesOf(file: string): Issued {
    const at = (end: string) => join(this.folder, `${file}.${end}`);
    return { certFile: at('crt'), keyFile: at('key'), bothFile: at('pem') };
  }

  /** Whoever reads a file meanwhile sees the former one or the new one, never half of it. */
  private make(file: string, more: readonly string[]): void {
    const { certFile, keyFile } = this.filesOf(file);
    const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-noenc'];
    const files = ['-keyout', `${keyFile}.new`, '-out', `${certFile}.new`];
    const subject = ['-subj', `/O=Lianban local/CN=${basename(this.folder)} ${file}`, '-days', String(this.days)];
    try {
      execFileSync('openssl', ['req', '-x509', ...key, ...files, ...subject, ...more], { stdio: 'pipe' });
    } catch (error) {
      throw new Problem(`openssl 3 makes the certificates of a secure local city, and it failed: ${messageOf(error)}`);
    }
    chmodSync(`${keyFile}.new`, 0o600);
    renameSync(`${keyFile}.new`, keyFile);
    renameSync(`${certFile}.new`, certFile);
  }
}
