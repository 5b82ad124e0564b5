import { describeChanges } from './local/changes';
import {
  keepBasePort,
  localServices,
  logOf,
  requireServicePorts,
  serviceProcesses,
  stackEnvironment,
} from './local/service-processes';
import { localStack, stackProcesses } from './local/local-stack';
import { inMegabytes, memoryOf } from './local/memory';
import { runningProcesses } from './local/run-state';
import { seed } from './local/seed';
import { alone } from './local/start-lock';
import { carryOut, servicesThatRun, stillComing } from './local/supervisor-control';
import { issuerReady } from './issuer/issuer-process';
import { Problem, runCommand } from './problem';
import { checkFiles } from './services/check-files';
import { HOST } from './services/hosting';
import { allReady } from './services/readiness';
import { departmentsOf, originOf, peersOf, type ServicePorts } from './services/service-ports';
import { nativeReady } from './stack/native-stack';
import { brokerSecurity } from './topics/broker-security';
import { describeTopics, ensureTopics } from './topics/ensure-topics';

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

/** Brings this checkout's stack, topics and services up; what runs already is left alone. */
async function start(together: boolean): Promise<void> {
  const began = Date.now();
  const before = runningProcesses();
  const services = localServices(process.env);
  await Promise.all([checkFiles(services.map(({ name }) => name)), requireServicePorts(services)]);
  const state = await localStack(process.env, say);
  const stack = await stackProcesses(state, process.env, say);
  await carryOut([...stack, ...servicesThatRun()]);
  const coming = (name: string) => ({ logFile: logOf(name), stillComing: () => stillComing(name) });
  if (state.source === 'native') await nativeReady(state.ports, coming('kafka'), coming('mongo'));

  const common = stackEnvironment(state, process.env);
  const topics = await ensureTopics(state.kafkaBrokers, {
    prefix: common['KAFKA_TOPIC_PREFIX'] ?? '',
    security: brokerSecurity(process.env),
  });
  for (const line of describeTopics(topics)) say(`Topics: ${line}`);

  keepBasePort(process.env);
  await carryOut([...stack, ...serviceProcesses(services, state, process.env, together)]);
  await allReady(services, (name) => logOf(together ? HOST : name));
  await issuerReady(services, logOf('issuer'));
  say(describeChanges(before, runningProcesses()) ?? 'everything was running already');

  const gateway = originOf(services);
  await seed({
    ...common,
    SERVICE_ADDRESSES: peersOf(services),
    ...(gateway ? { GATEWAY_URL: gateway } : {}),
  });
  for (const line of whereToLook(services, ((Date.now() - began) / 1000).toFixed(1))) say(line);
}

runCommand(async () => {
  const [option, ...more] = process.argv.slice(2);
  if (more.length > 0 || (option !== undefined && option !== '--apart'))
    throw new Problem('usage: scripts/start [--apart]   --apart gives each service a process of its own');
  await alone(() => start(option === undefined));
});
