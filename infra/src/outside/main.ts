import { outsideDepartments } from '@lianban/manifest';
import { Problem, runCommand } from '../problem';
import { CitySecrets } from '../secure/city-secrets';
import { signedIn } from '../secure/secure-kafka';
import { brokerSecurity } from '../topics/broker-security';
import { playDepartment } from './play-department';

/**
 * Plays the outside departments of the local stack, as a process: KAFKA_BROKERS, KAFKA_TOPIC_PREFIX; in a secure city CITY_SECRETS, the folder
 * where each of them has its password.
 */
runCommand(async () => {
  const { LIANBAN_ENV, KAFKA_BROKERS = '', KAFKA_TOPIC_PREFIX: prefix = '', CITY_SECRETS } = process.env;
  const departments = outsideDepartments();
  const names = departments.map(({ department }) => department).join(', ');
  if (LIANBAN_ENV === 'production')
    throw new Problem(`nobody plays ${names} where LIANBAN_ENV is production: they connect programs of their own`);
  const secrets = CITY_SECRETS ? new CitySecrets(CITY_SECRETS) : undefined;
  const securityOf = (name: string) => (secrets ? signedIn(secrets, name) : brokerSecurity(process.env));
  const lost = (error: Error) => {
    console.error(error.message);
    process.exit(1);
  };
  const played = await Promise.all(
    departments.map((each) => {
      const broker = { brokers: KAFKA_BROKERS.split(','), prefix, security: securityOf(each.department) };
      return playDepartment(each, broker, lost);
    }),
  );
  console.log(`playing ${names}`);
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.once(signal, () => void Promise.all(played.map(({ close }) => close())).then(() => process.exit(0)));
});
