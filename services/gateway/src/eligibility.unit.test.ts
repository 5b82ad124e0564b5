import { refuse } from '@lianban/model';
import { applications, residents } from '@lianban/protos';
import { type TestGateway, openGateway } from '../test/test-gateway';

let gateway: TestGateway;
afterEach(() => gateway.close());

const path = '/api/me/eligibility/elderly-parent-care';
const standing = residents.v1.Standing.fromPartial({ district: '410105', birthDate: '1991-05-01' });
const checkSaying = (notEligible: string) => async () =>
  applications.v1.CheckResponse.fromPartial({ package: 'elderly-parent-care', notEligible });

test('the register’s entry is held against the package, and the slug of a refusal is told', async () => {
  gateway = await openGateway({
    applications: { check: checkSaying('age-outside') },
    residents: { getStanding: async () => standing },
  });
  expect(await (await gateway.send(path, { as: 'resident' })).json()).toEqual({ why: 'age-outside' });
  expect(gateway.calls.at(-1)).toMatchObject({
    request: { package: 'elderly-parent-care', applicant: { birthDate: '1991-05-01' } },
  });
});

test('nothing is told when nothing speaks against it; who is not registered is told that', async () => {
  gateway = await openGateway({
    applications: { check: checkSaying('') },
    residents: { getStanding: async () => standing },
  });
  expect(await (await gateway.send(path, { as: 'resident' })).json()).toEqual({});
  await gateway.close();
  const nobody = { getStanding: async () => refuse('resident-not-found', 'Nobody.', '/residentId') };
  gateway = await openGateway({ residents: nobody });
  expect(await (await gateway.send(path, { as: 'resident' })).json()).toEqual({ why: 'resident-not-found' });
});
