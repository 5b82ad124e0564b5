import { join } from 'node:path';
import { checkout } from '../folders';
import type { ProcessSpec } from '../process/launch';
import { type ServicePorts, originOf } from '../services/service-ports';
import { stampOf } from '../services/stamp';
import { LOCAL_KEY } from './local-key';

const folders = ['mail', 'sms', 'carriers'].map((name) => join(checkout, 'infra', 'dist', name));
/** Who sends by them. */
const SENDER = 'notifications';

/** Changes with every build. */
export const carrierStamp = (): string => stampOf(folders);

type CarrierProcess = ProcessSpec & { readonly env: Record<string, string>; readonly ports: readonly number[] };

/** The mail system and the SMS gateway of a local city; none without a site. */
export function carrierProcesses(
  services: readonly ServicePorts[],
  logOf: (name: string) => string,
): readonly CarrierProcess[] {
  const site = originOf(services);
  const ports = portsOf(services);
  if (site === undefined || ports === undefined) return [];
  const RECEIPTS_URL = `${site}/api/notices/receipts`;
  const { smtp, page, sms } = ports;
  const carrier = (name: string, own: readonly number[], env: Record<string, string>): CarrierProcess => ({
    name,
    command: process.execPath,
    args: ['--max-old-space-size=128', join(checkout, 'infra', 'dist', name, 'main.js')],
    env: { ...env, RECEIPTS_URL },
    cwd: checkout,
    logFile: logOf(name),
    ports: own,
  });
  return [
    carrier('mail', [smtp, page], { MAIL_SMTP_PORT: String(smtp), MAIL_PAGE_PORT: String(page) }),
    carrier('sms', [sms], { SMS_PORT: String(sms) }),
  ];
}

/** What tells `notifications` of them. */
export function carrierSettings(own: Pick<ServicePorts, 'name'>, services: readonly ServicePorts[]) {
  const ports = own.name === SENDER ? portsOf(services) : undefined;
  const site = originOf(services);
  if (ports === undefined || site === undefined) return {};
  return {
    SITE_URL: site,
    SMTP_URL: `smtp://local-city:${LOCAL_KEY}@127.0.0.1:${ports.smtp}`,
    SMS_URL: `http://127.0.0.1:${ports.sms}/`,
    SMS_KEY: LOCAL_KEY,
    RECEIPT_KEY: LOCAL_KEY,
  };
}

/** Beside the sender's own, where no manifest has a port: they end at base + 99. */
function portsOf(services: readonly ServicePorts[]) {
  const sender = services.find(({ name }) => name === SENDER);
  if (sender?.grpc === undefined) return undefined;
  // Health ports lie 100 above; nobody has these.
  const [smtp, page, sms] = [sender.health + 100, sender.health + 101, sender.health + 102];
  return { smtp, page, sms };
}

export const carrierPages = (services: readonly ServicePorts[]) => {
  const ports = portsOf(services);
  return ports && { mail: `http://127.0.0.1:${ports.page}/`, sms: `http://127.0.0.1:${ports.sms}/` };
};
