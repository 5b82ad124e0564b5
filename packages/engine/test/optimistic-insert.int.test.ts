import mongoose from 'mongoose';
import type { AnyAggregate } from '@lianban/model';
import { type TallyCommand, tally, testLine, Servers, mongoUrl } from '@lianban/testing';
import { type Database, openDatabase } from '../src/database';

const beginning: AnyAggregate = { ...tally, createdBy: ['Add'] };

const servers = new Servers();
let db: Database;
beforeAll(async () => {
  db = await openDatabase(mongoUrl, `${servers.prefix}lines`, [beginning]);
});
afterAll(async () => {
  await db.close();
  await servers.close();
});

const processOf = (id: string) => testLine(db, id, undefined, { of: beginning });
const heard = (subject: string, sequence: number) => ({ subject: `other:${subject}`, sequence });
const addOne: TallyCommand = { type: 'Add', amount: 1 };
const stored = (id: string) => db.of('tallies').findOne({ _id: id });

test('a command that begins a document does not look for one first', async () => {
  const find = jest.spyOn(mongoose.mongo.Collection.prototype, 'find');
  await processOf('b1').do('B/new', addOne);
  expect(find).not.toHaveBeenCalled();
  find.mockRestore();
  expect(await stored('B/new')).toMatchObject({ version: 1, state: { total: 1 } });
});

test('a document that is there already is built upon, whoever began it', async () => {
  await processOf('b2').do('B/there', addOne);
  const outcome = await processOf('b3').do('B/there', addOne);
  expect(outcome).toMatchObject({ is: 'done', version: 2 });
  expect(await stored('B/there')).toMatchObject({ version: 2, state: { total: 2 } });
});

test('the record that began a document is a duplicate the second time, to another process too', async () => {
  const begin = (id: string) => {
    const { line } = processOf(id);
    return line.enqueue({
      addressed: { aggregate: 'tallies', id: 'B/twice', command: addOne },
      source: heard('X/1', 1),
    });
  };
  expect(await begin('b4')).toMatchObject({ is: 'done' });
  expect(await begin('b5')).toEqual({ is: 'duplicate' });
  expect(await stored('B/twice')).toMatchObject({ version: 1, state: { total: 1 } });
});

test('a refusal is decided on what is there, not on what was taken for new', async () => {
  await processOf('b6').do('B/full', { type: 'Add', amount: 50 });
  const outcome = await processOf('b7').do('B/full', { type: 'Add', amount: 0 });
  expect(outcome).toMatchObject({ is: 'refused' });
  expect(await stored('B/full')).toMatchObject({ version: 1 });
});

test('a first record that is not the first of its case is looked for, and is a gap', async () => {
  const { line } = processOf('b8');
  const addressed = { aggregate: 'tallies', id: 'B/gap', command: addOne };
  expect(await line.enqueue({ addressed, source: heard('X/2', 3) })).toEqual({ is: 'gap', expected: 1 });
  expect(await stored('B/gap')).toBeNull();
});
