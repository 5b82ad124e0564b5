import { loadServices } from '@lianban/manifest';
import { faults } from './catalogue';

const names = faults.map(({ name }) => name);

test.each(loadServices().map(({ name }) => name))('%s is killed under load', (service) => {
  expect(names).toContain(`kill -9 of ${service}`);
});
