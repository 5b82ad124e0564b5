import {
  departmentsOf,
  issuerAddress,
  numbersOf,
  originOf,
  peersOf,
  portEnvironment,
  servicePorts,
} from './service-ports';

const city = [
  'applications',
  'elderly-care',
  'employment',
  'gateway',
  'permits',
  'residents',
  'social-assistance',
  'web',
];

describe('ports of the services', () => {
  test('are the published ones', () => {
    expect(servicePorts(city, 7400)).toEqual([
      { name: 'applications', grpc: 7401, health: 7501 },
      { name: 'elderly-care', grpc: 7413, health: 7513 },
      { name: 'employment', grpc: 7411, health: 7511 },
      { name: 'gateway', http: 7480, health: 7580 },
      { name: 'permits', grpc: 7414, health: 7514 },
      { name: 'residents', grpc: 7402, health: 7502 },
      { name: 'social-assistance', grpc: 7412, health: 7512 },
      { name: 'web', http: 7420, health: 7520 },
    ]);
  });

  test('a new department takes the next number, whatever order folders are listed in', () => {
    const ports = servicePorts(['public-security', ...city, 'family-planning'], 8400);
    expect(ports.find(({ name }) => name === 'family-planning')).toMatchObject({ grpc: 8415, health: 8515 });
    expect(ports.find(({ name }) => name === 'public-security')).toMatchObject({ grpc: 8416, health: 8516 });
    expect(ports.find(({ name }) => name === 'permits')).toMatchObject({ grpc: 8414 });
  });

  test('no two services share one', () => {
    const many = servicePorts([...city, ...Array.from({ length: 40 }, (_, i) => `department-${i}`)], 7400);
    const numbers = many.flatMap(({ grpc, http, health }) => [grpc, http, health].filter((port) => port !== undefined));
    expect(new Set(numbers).size).toBe(numbers.length);
  });
});

test('the pages stand behind the gateway, and each knows the other', () => {
  const all = servicePorts(['gateway', 'permits', 'web'], 7400);
  const [gateway, , web] = all;
  expect(web).toEqual({ name: 'web', http: 7420, health: 7520 });
  expect(gateway && portEnvironment(gateway, all)['WEB_URL']).toBe('http://127.0.0.1:7420');
  expect(web && portEnvironment(web, all)).toMatchObject({ HTTP_PORT: '7420', API_URL: 'http://127.0.0.1:7480' });
  expect(originOf(all)).toBe('http://127.0.0.1:7480');
  expect(peersOf(all)).toBe('permits=127.0.0.1:7414');
});

test('departments are all who decide, and the identity provider has a port nobody else has', () => {
  const all = servicePorts(city, 7400);
  expect(departmentsOf(all)).toEqual(['elderly-care', 'employment', 'permits', 'social-assistance']);
  expect(issuerAddress(all)).toBe('http://127.0.0.1:7421');
  expect(new Set(numbersOf(all)).size).toBe(numbersOf(all).length);
});

test('a service is told its own ports and whom it may ask', () => {
  const all = servicePorts(['gateway', 'permits'], 7400);
  const [gateway, permits] = all;
  expect(peersOf(all)).toBe('permits=127.0.0.1:7414');
  expect(gateway && portEnvironment(gateway, all)).toEqual({
    HTTP_PORT: '7480',
    HEALTH_PORT: '7580',
    OFFICERS: expect.stringContaining('"id":"officer-permits"'),
    SERVICE_ADDRESSES: 'permits=127.0.0.1:7414',
    OIDC_ISSUER: 'http://127.0.0.1:7421',
  });
  expect(permits && portEnvironment(permits, all)).toEqual({
    GRPC_PORT: '7414',
    HEALTH_PORT: '7514',
    SERVICE_ADDRESSES: 'permits=127.0.0.1:7414',
  });
});
