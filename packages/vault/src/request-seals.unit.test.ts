import { randomBytes } from 'node:crypto';
import { documentSeals } from './document-seals';
import { keyRing } from './key-ring';
import { createVault } from './vault';

const keys = keyRing([{ id: 'k1', cipher: 'aes-256-gcm', secret: randomBytes(32) }]);
const sealing = (writes = true) => documentSeals(createVault(keys), [], writes).requests;
const place = { aggregate: 'cases', id: 'LB1/entry' };
const asked = {
  ...{ id: 'LB1/entry#3#0', name: 'birth-entry', deadlineAt: new Date('2026-03-02') },
  input: { name: '王小宝', proof: 'eyJ', born: new Date('2026-03-01'), waits: 3 },
};

test('what is asked is sealed as it is stored, under a name the release before leaves alone, and whole when it is read', async () => {
  const seals = sealing();
  const [stored] = await seals.toStore(place, [asked]);
  expect(stored).toMatchObject({ id: asked.id, name: 'sealed birth-entry', deadlineAt: asked.deadlineAt });
  expect(seals.nameOf(stored!)).toBe('birth-entry');
  expect(JSON.stringify(stored)).not.toContain('王小宝');
  expect(seals.storedNames('birth-entry')).toContain(stored!.name);
  expect(await sealing().openAll(place, [stored!])).toEqual([asked]);
});

test('one that waits on keeps its seal, also after it was read', async () => {
  const seals = sealing();
  const [first] = await seals.toStore(place, [asked]);
  expect(await seals.toStore(place, [asked])).toEqual([first]);
  const another = sealing();
  const read = await another.openAll(place, [first!]);
  expect((await another.toStore(place, read))[0]).toBe(first);
});

test('it opens at its document alone, and those of the release before are read as they are', async () => {
  const seals = sealing();
  const stored = await seals.toStore(place, [asked]);
  await expect(seals.openAll({ ...place, id: 'LB2/entry' }, stored)).rejects.toThrow();
  expect(await seals.openAll(place, [asked])).toEqual([asked]);
  expect(await sealing(false).toStore(place, [asked])).toEqual([asked]);
});
