import type { Service } from '@lianban/manifest';

const storing = (services: readonly Service[]) =>
  services.filter(({ kind }) => kind !== 'edge').map(({ name }) => name);

/** Users of the example's MongoDB: one for each service with a database, with access to that database only. */
export const databaseUsers = (services: readonly Service[]): string =>
  storing(services)
    .map((name) =>
      [
        `    - name: ${name}`,
        '      db: admin',
        `      roles: [{ name: readWrite, db: ${name} }]`,
        `      passwordSecretRef: { name: city-${name} }`,
        `      scramCredentialsSecretName: city-${name}`,
        `      connectionStringSecretName: lianban-${name}-mongo`,
        '      connectionStringSecretNamespace: lianban',
        '',
      ].join('\n'),
    )
    .join('');

/** The chart values for that example: the Secret of each user. */
export const databaseSecrets = (services: readonly Service[]): string =>
  storing(services)
    .map((name) => `  ${name}: { mongoSecret: lianban-${name}-mongo }\n`)
    .join('');
