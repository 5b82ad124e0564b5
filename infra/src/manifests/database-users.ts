import type { Service } from '@lianban/manifest';

const storing = (services: readonly Service[]) =>
  services.filter(({ kind }) => kind !== 'edge').map(({ name }) => name);

/** A user of the example's MongoDB for each service that stores, for its own database alone. */
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

/** The values that go with that example: the Secret of each. */
export const databaseSecrets = (services: readonly Service[]): string =>
  storing(services)
    .map((name) => `  ${name}: { mongoSecret: lianban-${name}-mongo }\n`)
    .join('');
