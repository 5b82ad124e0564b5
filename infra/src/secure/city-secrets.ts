import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Authority, type Issued } from './authority';

/** Who may do everything in Kafka and MongoDB: the local stack itself, and the operators' programs. */
export const OPERATOR = 'operator';

/** Begins the names in the certificates of a local city. */
export const TRUST_DOMAIN = 'lianban';
const servers = { kafka: 'IP:127.0.0.1', mongo: 'IP:127.0.0.1' } as const;
/** Callers that are no service of the city. */
const outsiders = ['lianban-ops', 'registry', 'training-centre'] as const;
const identity = (name: string) => `URI:spiffe://${TRUST_DOMAIN}/${name},IP:127.0.0.1`;

/** The certificates and passwords of one secure local city, in a folder that only its owner may read. */
export class CitySecrets {
  private readonly authority: Authority;

  constructor(private readonly folder: string) {
    this.authority = new Authority(join(folder, 'certificates'));
    mkdirSync(join(folder, 'passwords'), { recursive: true, mode: 0o700 });
  }

  get caFile(): string {
    return this.authority.caFile;
  }

  serverCertificate(server: keyof typeof servers): Issued {
    return this.authority.issue(servers[server], server);
  }

  /** The certificate of a service, or of another caller, in calls. */
  certificateOf(name: string): Issued {
    return this.authority.issue(identity(name), `caller-${name}`);
  }

  /** Replaces every certificate of these services and of the servers; passwords stay. */
  renewAll(services: readonly string[]): void {
    for (const [server, names] of Object.entries(servers)) this.authority.renew(names, server);
    for (const name of [...services, ...outsiders]) this.authority.renew(identity(name), `caller-${name}`);
  }

  /** The password of a user of Kafka and MongoDB; made the first time. */
  password(user: string): { readonly text: string; readonly file: string } {
    const file = join(this.folder, 'passwords', user);
    if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600 });
    return { text: readFileSync(file, 'utf8'), file };
  }

  /** What mongod is started with; it recognises members of its replica set by the key file. */
  mongoFiles(): { readonly caFile: string; readonly bothFile: string; readonly keyFile: string } {
    const keyFile = join(this.folder, 'passwords', 'mongo.keyfile');
    if (!existsSync(keyFile)) writeFileSync(keyFile, randomBytes(96).toString('base64'), { mode: 0o600 });
    return { caFile: this.caFile, bothFile: this.serverCertificate('mongo').bothFile, keyFile };
  }

  /** The keys by which applications seals what it asks of these: a file for each, by its name. Made the first time. */
  requestKeys(addressees: readonly string[]): { readonly folder: string; readonly fileOf: (name: string) => string } {
    const folder = join(this.folder, 'request-keys');
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const fileOf = (name: string) => join(folder, name);
    for (const file of addressees.map(fileOf).filter((each) => !existsSync(each)))
      writeFileSync(file, `first aes-256-gcm ${randomBytes(32).toString('base64')}\n`, { mode: 0o600 });
    return { folder, fileOf };
  }

  /** A file with the address of MongoDB, signed in as `user`. */
  mongoUrl(user: string, port: number): { readonly text: string; readonly file: string } {
    const file = join(this.folder, 'passwords', `${user}.mongo-url`);
    const options = `replicaSet=rs0&authSource=admin&tls=true&tlsCAFile=${encodeURIComponent(this.caFile)}`;
    const text = `mongodb://${user}:${this.password(user).text}@127.0.0.1:${port}/?${options}`;
    writeFileSync(file, text, { mode: 0o600 });
    return { text, file };
  }
}
