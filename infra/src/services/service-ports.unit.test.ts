import { cityServices } from './city-services';
import {
  departmentsOf,
  issuerAddress,
  numbersOf,
  originOf,
  peersOf,
  portEnvironment,
  servicePorts,
} from './service-ports';

const city = servicePorts(cityServices(), 7400);
const only = (...names: string[]) => city.filter(({ name }) => names.includes(name));

test('the services there were keep the ports they had', () => {
  const published = {
    applications: 7401,
    residents: 7402,
    employment: 7411,
    'social-assistance': 7412,
    'elderly-care': 7413,
    permits: 7414,
    web: 7420,
    desk: 7422,
    gateway: 7480,
  };
  const found = Object.fromEntries(city.map(({ name, grpc, http }) => [name, grpc ?? http]));
  expect(found).toMatchObject(published);
  expect(only('permits')).toEqual([expect.objectContaining({ grpc: 7414, health: 7514 })]);
});

test('no two services share a port, and the identity provider has one that nobody else has', () => {
  expect(issuerAddress(city)).toBe('http://127.0.0.1:7421');
  expect(new Set(numbersOf(city)).size).toBe(numbersOf(city).length);
});

test('the pages and the desk stand behind the gateway, which knows both, and the pages know it', () => {
  const all = only('gateway', 'permits', 'web', 'desk');
  const [, web, desk, gateway] = all;
  expect(web).toMatchObject({ name: 'web', http: 7420, health: 7520 });
  expect(gateway && portEnvironment(gateway, all)).toMatchObject({
    WEB_URL: 'http://127.0.0.1:7420',
    DESK_URL: 'http://127.0.0.1:7422',
  });
  expect(desk && Object.keys(portEnvironment(desk, all)).toSorted()).toEqual([
    'HEALTH_PORT',
    'HTTP_PORT',
    'SERVICE_ADDRESSES',
  ]);
  expect(web && portEnvironment(web, all)).toMatchObject({ HTTP_PORT: '7420', API_URL: 'http://127.0.0.1:7480' });
  expect(originOf(all)).toBe('http://127.0.0.1:7480');
});

test('a city service that answers gRPC has an address and no desk', () => {
  const [applications] = cityServices();
  const payments = { ...applications!, name: 'payments', port: 3 };
  const all = servicePorts([...cityServices(), payments], 7400);
  expect(peersOf(all)).toContain('payments=127.0.0.1:7403');
  expect(departmentsOf(all)).toEqual(departmentsOf(city));
});

test('a service is told its own ports and whom it may ask', () => {
  const all = only('gateway', 'permits');
  const [permits, gateway] = all;
  expect(peersOf(all)).toBe('permits=127.0.0.1:7414');
  expect(gateway && portEnvironment(gateway, all)).toEqual({
    HTTP_PORT: '7480',
    HEALTH_PORT: '7580',
    OFFICERS: expect.stringContaining('"id":"officer-permits"'),
    SERVICE_ADDRESSES: 'permits=127.0.0.1:7414',
    DEPARTMENTS: 'permits',
    OIDC_ISSUER: 'http://127.0.0.1:7421',
  });
  expect(permits && portEnvironment(permits, all)).toEqual({
    GRPC_PORT: '7414',
    HEALTH_PORT: '7514',
    SERVICE_ADDRESSES: 'permits=127.0.0.1:7414',
  });
});
