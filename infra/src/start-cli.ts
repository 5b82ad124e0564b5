import { describeChanges } from './local/changes';
import {
  keepBasePort,
  localServices,
  logOf,
  requireServicePorts,
  serviceProcesses,
  stackEnvironment,
} from './local/service-processes';
import { localStack, stackProcesses, stackReady } from './local/local-stack';
import { inMegabytes, memoryOf } from './local/memory';
import { runningProcesses, type StackState } from './local/run-state';
import { keepOperatorSettings, localPlace, operatorAs } from './local/secure-local';
import { seed } from './local/seed';
import { alone } from './local/start-lock';
import { admit } from './secure/secure-stack';
import { carryOut, servicesThatRun } from './local/supervisor-control';
import { bankReady } from './bank/bank-process';
import { issuerReady } from './issuer/issuer-process';
import { Problem, runCommand } from './problem';
import { checkFiles } from './services/check-files';
import { HOST } from './services/hosting';
import { allReady } from './services/readiness';
import { departmentsOf, originOf, peersOf, type ServicePorts } from './services/service-ports';
import { brokerSecurity } from './topics/broker-security';
import { type TopicsReport, describeTopics, ensureTopics } from './topics/ensure-topics';

const say = (line: string) => console.log(line);

function whereToLook(services: readonly ServicePorts[], seconds: string): string[] {
  const gateway = originOf(services);
  return [
    services.length > 0
      ? `Lianban is up (${seconds} s, ${inMegabytes(memoryOf(runningProcesses().values()))}).`
      : `Kafka and MongoDB are up (${seconds} s); no service has src/main.ts yet.`,
    ...(gateway ? whereToGo(gateway, services) : []),
    '  logs      .local/log/',
    ...(gateway ? ['  try it    scripts/demo'] : []),
    '  status    scripts/status',
    '  stop      scripts/stop',
  ];
}

function whereToGo(gateway: string, services: readonly ServicePorts[]): string[] {
  const [first = 'permits', ...others] = departmentsOf(services);
  return [
    `  site      ${gateway}/            residents, without signing in or as resident-1 … resident-12`,
    `  desk      ${gateway}/desk/       officer-${first} or supervisor-${first}; also ${others.join(', ')}; operator`,
    `  sign in   ${gateway}/auth/sign-in   no password: choose a demo account`,
    `  API       ${gateway}/api/openapi.json`,
  ];
}

/** Makes the topics; in a secure city also its users, and what each of them may do. */
async function prepare(state: StackState, prefix: string): Promise<TopicsReport> {
  if (state.secure) return (await admit(localPlace(state.ports), { prefix })).topics;
  return ensureTopics(state.kafkaBrokers, { prefix, security: brokerSecurity(process.env) });
}

/** Brings this checkout's stack, topics and services up; what runs already is left alone. */
async function start({ together, secure }: { together: boolean; secure: boolean }): Promise<void> {
  const began = Date.now();
  const before = runningProcesses();
  const services = localServices(process.env);
  await Promise.all([checkFiles(services.map(({ name }) => name)), requireServicePorts(services)]);
  const state = await localStack(process.env, secure, say);
  const stack = await stackProcesses(state, process.env, say);
  await carryOut([...stack, ...servicesThatRun()]);
  await stackReady(state);

  const common = stackEnvironment(state, process.env);
  const topics = await prepare(state, common['KAFKA_TOPIC_PREFIX'] ?? '');
  for (const line of describeTopics(topics)) say(`Topics: ${line}`);

  keepBasePort(process.env);
  await carryOut([...stack, ...serviceProcesses(services, state, process.env, together)]);
  await allReady(services, (name) => logOf(together ? HOST : name));
  await issuerReady(services, logOf('issuer'));
  await bankReady(services, logOf('bank'));
  say(describeChanges(before, runningProcesses()) ?? 'everything was running already');

  const reachable = { ...common, SERVICE_ADDRESSES: peersOf(services) };
  await seed('residents', { ...reachable, ...operatorAs(state, 'registry') });
  await seed('courses', { ...reachable, ...operatorAs(state, 'training-centre') });
  for (const line of whereToLook(services, ((Date.now() - began) / 1000).toFixed(1))) say(line);
  if (state.secure)
    say(
      `  secured   TLS, users and access lists everywhere; for npx lianban-ops: ${keepOperatorSettings(state, reachable)}`,
    );
}

runCommand(async () => {
  const options = process.argv.slice(2);
  if (!options.every((option) => option === '--apart' || option === '--secure'))
    throw new Problem(
      'usage: scripts/start [--apart] [--secure]   --apart gives each service a process of its own; --secure encrypts all connections and lets nobody in who is not known',
    );
  await alone(() => start({ together: !options.includes('--apart'), secure: options.includes('--secure') }));
});
