import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Issued {
  readonly certFile: string;
  readonly keyFile: string;
  /** Certificate and key in one file, as mongod and Kafka like it. */
  readonly bothFile: string;
}

/** A certificate authority of one test, in a folder of its own. Made by openssl, which every Linux server has. */
export class Authority {
  readonly folder = mkdtempSync(join(tmpdir(), 'lianban-ca-'));
  readonly caFile = join(this.folder, 'ca.crt');

  constructor(readonly name: string) {
    this.make('ca', ['-addext', 'basicConstraints=critical,CA:TRUE'], this.caFile);
  }

  /** @param names subject alternative names: "IP:127.0.0.1", "URI:spiffe://…"  @param file begins the files' names */
  issue(names: string, file: string): Issued {
    const [certFile, keyFile, bothFile] = ['crt', 'key', 'pem'].map((end) => join(this.folder, `${file}.${end}`)) as [
      string,
      string,
      string,
    ];
    this.make(file, ['-CA', this.caFile, '-CAkey', join(this.folder, 'ca.key'), '-addext', `subjectAltName=${names}`]);
    writeFileSync(bothFile, readFileSync(keyFile, 'utf8') + readFileSync(certFile, 'utf8'));
    return { certFile, keyFile, bothFile };
  }

  private make(file: string, more: readonly string[], out = join(this.folder, `${file}.crt`)): void {
    const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-noenc'];
    const files = ['-keyout', join(this.folder, `${file}.key`), '-out', out];
    const subject = ['-subj', `/CN=${this.name} ${file}`, '-days', '2'];
    execFileSync('openssl', ['req', '-x509', ...key, ...files, ...subject, ...more], { stdio: 'pipe' });
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
