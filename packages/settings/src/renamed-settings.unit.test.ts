import { withNewNames, withOldNames } from './renamed-settings';

test('an old name is read under the new one, its value too, and told of', () => {
  const { env, warnings } = withNewNames({ PEERS: 'a=b:1', CLOCK: 'movable', BIND: '::' });
  expect(env).toMatchObject({ SERVICE_ADDRESSES: 'a=b:1', TIME_TRAVEL: 'on', BIND: '::' });
  expect(warnings).toEqual([
    'PEERS is called SERVICE_ADDRESSES now: the old name is not read after this release',
    'CLOCK is called TIME_TRAVEL now: the old name is not read after this release',
  ]);
});

test('where both are set, the new one counts', () => {
  expect(withNewNames({ PEERS: 'a=old:1', SERVICE_ADDRESSES: 'a=new:1' }).env['SERVICE_ADDRESSES']).toBe('a=new:1');
});

test('new names need no warning', () => {
  expect(withNewNames({ TIME_TRAVEL: 'on' })).toEqual({ env: { TIME_TRAVEL: 'on' }, warnings: [] });
});

test('a process of the former release is given the old names beside the new', () => {
  expect(withOldNames({ TIME_TRAVEL: 'on', SERVICE_ADDRESSES: 'a=b:1', BIND: '::' })).toEqual({
    ...{ TIME_TRAVEL: 'on', SERVICE_ADDRESSES: 'a=b:1', BIND: '::' },
    ...{ CLOCK: 'movable', PEERS: 'a=b:1' },
  });
});
