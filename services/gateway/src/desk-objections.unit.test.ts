import { CallFailed } from '@lianban/grpc';
import { type TestGateway, openGateway } from '../test/test-gateway';
import { caseOf } from '../test/fake-ports';

let gateway: TestGateway;
afterEach(() => gateway.close());

const licence = '/api/desk/cases/A-1/licence';

describe('a case that was objected to', () => {
  const objected = async () => ({ ...caseOf(3), objections: ['OB00000001'] });

  test('is shown with the text of its objections, fetched on behalf of the officer', async () => {
    gateway = await openGateway({ desks: { permits: { getCase: objected } } });
    const found = await (await gateway.send(licence, { as: 'officer' })).json();
    expect(found).toMatchObject({ objections: [{ objection: 'OB00000001', text: 'text of OB00000001' }] });
    const request = { applicationNumber: 'A-1', step: 'licence', objections: ['OB00000001'] };
    expect(gateway.calls.at(-1)).toMatchObject({
      name: 'applications.listObjections',
      request,
      options: { onBehalfOf: 'officer:o-1' },
    });
  });

  test('is shown to a supervisor too, with dismissed objections', async () => {
    const both = async () => ({ ...caseOf(3), objections: ['OB00000001'], dismissedObjections: ['OB00000002'] });
    gateway = await openGateway({ desks: { permits: { getCase: both } } });
    const found = await (await gateway.send(licence, { as: 'supervisor' })).json();
    expect(found).toMatchObject({
      objections: [
        { objection: 'OB00000001', text: 'text of OB00000001' },
        { objection: 'OB00000002', text: 'text of OB00000002', dismissed: true },
      ],
    });
    expect(gateway.calls.at(-1)).toMatchObject({ options: { onBehalfOf: 'supervisor:s-1' } });
  });

  test('shows the numbers of its objections only while applications is down', async () => {
    const down = async () => {
      throw new CallFailed('applications', 'UNAVAILABLE', 'down', true);
    };
    gateway = await openGateway({ desks: { permits: { getCase: objected } }, applications: { listObjections: down } });
    const response = await gateway.send(licence, { as: 'officer' });
    expect(response.status).toBe(200);
    expect(((await response.json()) as { objections: unknown }).objections).toEqual([{ objection: 'OB00000001' }]);
  });
});
