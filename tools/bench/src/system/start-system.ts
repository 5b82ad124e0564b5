import {
  type SecurePlace,
  admit,
  createIssuer,
  ensureTopics,
  secureCalls,
  secureSettings,
  startServices,
} from '@lianban/infra';
import { grpcSecurity } from '@lianban/grpc';
import { startClockAt } from '@lianban/runtime';
import { applications } from '@lianban/protos';
import type { BenchServers } from '../machine/servers';
import type { Subject, SubjectName } from '../load/subject';
import { registerResidents } from './residents';
import { submissions } from './submissions';
import { verdictOf } from './verdict';

const residentCount = 200;
// One officer per resident: per-person limits are not shared.
const atCounter = { role: 'officer', department: 'permits', scopes: 'counter' } as const;
// A day the calendar tables know, so that limits can be computed.
const cityTime = new Date('2026-03-02T01:00:00Z');
const ended = applications.v1.ApplicationEnded;

/** Starts every service, as a process each or all in one, on new topics and databases, with residents registered, ready for applications. */
export async function startSystem(
  name: Exclude<SubjectName, 'baseline'>,
  servers: BenchServers,
  prefix: string,
  more: Readonly<Record<string, string>> = {},
): Promise<Subject> {
  const { place } = servers;
  if (place) await admit(place, { prefix });
  else await ensureTopics(servers.kafkaBrokers, { prefix });
  await startClockAt(servers.mongoUrl, prefix, cityTime);
  const issuer = createIssuer('lianban-bench');
  const env = {
    ...issuer.env,
    LOG_LEVEL: 'warn',
    // 200 applicants stand for a whole city.
    RATE_PERSON_PER_MINUTE: '1000000',
    RATE_COUNTER_PER_MINUTE: '1000000',
    ...(name === 'oneAtATime' ? { BATCH_MAX_COMMANDS: '1' } : {}),
    ...more,
  };
  const began = performance.now();
  const services = await startServices(servers, {
    prefix,
    label: `bench-${name}`,
    env,
    together: name === 'together',
    envOf: (service) => (place ? secureSettings(place, service) : {}),
  });
  const readyMs = performance.now() - began;
  try {
    const address = `127.0.0.1:${services.portsOf('residents').grpc}`;
    const residents = await registerResidents(address, residentCount, place && registrySecurity(place));
    return {
      name,
      processes: services.processes.map((process) => ({ name: process, pid: services.pidOf(process) })),
      died: services.died,
      readyMs,
      port: services.portsOf('gateway').http ?? 0,
      path: '/api/desk/applications',
      next: submissions(
        residents.map((residentId) => ({
          residentId,
          token: issuer.token({ ...atCounter, sub: `counter-of-${residentId}` }),
        })),
      ),
      endings: {
        topic: `${prefix}applications.v1`,
        read({ key, value, headers }) {
          if (headers?.['ce_type']?.toString() !== ended.$type) return undefined;
          return { number: key!.toString(), how: ended.decode(value!).ending };
        },
      },
      show: async (resident, path) => {
        const headers = { authorization: `Bearer ${issuer.token({ role: 'resident', sub: resident })}` };
        const response = await fetch(`http://127.0.0.1:${services.portsOf('gateway').http}${path}`, { headers });
        if (!response.ok) throw new Error(`GET ${path} is answered ${response.status}`);
        return response.text();
      },
      audit: (ledger) => verdictOf(servers, prefix, services.storing, ledger),
      stop: () => services.stop(),
    };
  } catch (error) {
    await services.stop();
    throw error;
  }
}

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const registrySecurity = (place: SecurePlace) => grpcSecurity('registry', secureCalls(place, 'registry'), silent);
