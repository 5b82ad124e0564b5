import { environmentOf, withPrefixOf } from './environment-of';

const env = {
  MONGO_URL: 'mongodb://all',
  GRPC_PORT: '1',
  ...withPrefixOf('social-assistance', { GRPC_PORT: '2', SHOWN_FILE: '/x' }),
  ...withPrefixOf('permits', { GRPC_PORT: '3' }),
};

test('what is for a service alone stands before what is for all, and is nobody else’s', () => {
  expect(env).toHaveProperty('SOCIAL_ASSISTANCE__GRPC_PORT', '2');
  expect(environmentOf('social-assistance', env)).toMatchObject({
    MONGO_URL: 'mongodb://all',
    GRPC_PORT: '2',
    SHOWN_FILE: '/x',
  });
  expect(environmentOf('permits', env)).toMatchObject({ GRPC_PORT: '3' });
  expect(environmentOf('permits', env)).not.toHaveProperty('SHOWN_FILE');
  expect(environmentOf('web', env)).toMatchObject({ GRPC_PORT: '1' });
});
