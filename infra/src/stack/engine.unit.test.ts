import { engineCandidates } from './engine';
import { engineOptions } from './engine-request';
import { imagesFrom, pullError } from './images';

describe('the addresses of an engine', () => {
  test('are only DOCKER_HOST when it is set', () => {
    expect(engineCandidates({ DOCKER_HOST: 'tcp://d:2375' }, () => true)).toEqual(['tcp://d:2375']);
  });

  test('are else the usual sockets that exist, the system-wide one first', () => {
    const exists = (path: string) => !path.includes('.docker');
    expect(engineCandidates({ XDG_RUNTIME_DIR: '/run/user/1', HOME: '/home/a' }, exists)).toEqual([
      'unix:///var/run/docker.sock',
      'unix:///run/user/1/docker.sock',
      'unix:///run/user/1/podman/podman.sock',
      'unix:///run/podman/podman.sock',
    ]);
  });

  test('may be sockets and hosts, but not TLS', () => {
    expect(engineOptions('unix:///e.sock')).toEqual({ socketPath: '/e.sock' });
    expect(engineOptions('tcp://d:1234')).toEqual({ host: 'd', port: '1234' });
    expect(() => engineOptions('ssh://d')).toThrow('cannot speak ssh:');
  });
});

describe('images', () => {
  test('are the public ones unless the environment names others', () => {
    expect(imagesFrom({ MONGO_IMAGE: 'local/mongo:6' })).toEqual({
      kafka: 'apache/kafka:4.1.0',
      mongo: 'local/mongo:6',
    });
  });

  test('a pull that failed halfway is recognised by the messages in its stream', () => {
    expect(pullError('{"status":"Pulling"}\n{"errorDetail":{},"error":"no such \\"host\\""}\n')).toBe(
      'no such \\"host\\"',
    );
    expect(pullError('{"status":"Pulling"}\n{"status":"Done"}\n')).toBeUndefined();
  });
});
