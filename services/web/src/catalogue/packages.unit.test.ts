import { catalogue } from '../../test/site';
import type { Calls } from '../api/api';
import { ApiDown } from '../api/problem';
import { createPackages } from './packages';

function given() {
  let isDown = false;
  let asked = 0;
  let at = 0;
  const calls: Pick<Calls, 'call'> = {
    call: async () => {
      asked += 1;
      if (isDown) throw new ApiDown('down');
      return catalogue as never;
    },
  };
  const packages = createPackages(
    () => calls as Calls,
    () => at,
  );
  return {
    packages,
    asked: () => asked,
    goDown: () => (isDown = true),
    comeBack: () => (isDown = false),
    wait: (ms: number) => (at += ms),
  };
}

test('the catalogue is fetched once a minute, whatever the number of readers', async () => {
  const { packages, asked, wait } = given();
  await Promise.all([packages.all(), packages.all()]);
  await packages.all();
  expect(asked()).toBe(1);
  wait(60_000);
  expect((await packages.all()).map(({ code }) => code)).toContain('open-small-shop');
  expect(asked()).toBe(2);
});

test('with the gateway down the last catalogue is used, and the gateway is not called for every page', async () => {
  const { packages, asked, goDown, wait } = given();
  const before = await packages.all();
  goDown();
  wait(60_000);
  expect(await packages.all()).toEqual(before);
  expect(await packages.all()).toEqual(before);
  expect(asked()).toBe(2);
});

test('without any catalogue it reports that the gateway is down, until it is back', async () => {
  const { packages, goDown, comeBack } = given();
  goDown();
  await expect(packages.all()).rejects.toThrow(ApiDown);
  comeBack();
  expect(await packages.all()).not.toHaveLength(0);
});
