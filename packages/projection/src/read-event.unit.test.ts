import { toRecord } from '@lianban/engine';
import { casework } from '@lianban/protos';
import type { IncomingRecord } from '@lianban/record';
import { type Projection, change } from './projection';
import { type ViewEvent, eventReader } from './read-event';

const { v1 } = casework;
const key = 'LB20260302000001';

const items: Projection<readonly string[]> = {
  name: 'items',
  topics: [
    {
      ...{ topic: 'permits.v1', owner: 'permits' },
      contradiction: (message) =>
        (message as casework.v1.StepDecided).ref?.department === 'permits' ? undefined : 'another department',
    },
  ],
  documentOf: ({ key: number, subject }) => (subject === number ? undefined : number),
  initial: [],
  changes: [change(v1.StepDecided, (view: readonly string[], { ref }) => [...view, ref?.item ?? ''])],
};
const read = eventReader(items, 'city.');

function record(department = 'permits', subject = `${key}/licence`, type: typeof v1.StepDecided = v1.StepDecided) {
  const value = type.fromPartial({ ref: { applicationNumber: key, step: 'licence', item: 'food', department } });
  const { headers, value: bytes } = toRecord(
    { type, value },
    {
      ...{ service: 'permits', topic: 'permits.v1', key, subject, sequence: 3, at: new Date() },
      ...{ traceparent: undefined, causation: undefined },
    },
  );
  const at = { topic: 'city.permits.v1', partition: 0, offset: '0', timestamp: 0 };
  return { ...at, key, headers: headers as Record<string, string>, value: bytes } satisfies IncomingRecord;
}

test('a record changes the document of its subject, and counts in its sequence', () => {
  const found = read(record()) as ViewEvent<readonly string[]>;
  expect(found).toMatchObject({ is: 'event', id: key, place: 'permits:/licence', sequence: 3 });
  expect(found.apply(['a'])).toEqual(['a', 'food']);
});

test('a type without a change counts as well, and is not decoded', () => {
  const other = record();
  const headers = { ...other.headers, ce_type: v1.StepAccepted.$type };
  const found = read({ ...other, headers, value: Buffer.of(7) }) as ViewEvent<readonly string[]>;
  expect(found.sequence).toBe(3);
  expect(found.apply(['a'])).toEqual(['a']);
});

test('a record of no document, or of a topic it does not read, is nothing', () => {
  expect(read(record('permits', key))).toEqual({ is: 'nothing' });
  expect(read({ ...record(), topic: 'permits.v1' })).toEqual({ is: 'nothing' });
});

test('a record that is unreadable, or not believed, is dead and not counted', () => {
  expect(read({ ...record(), value: Buffer.of(0x0f) })).toEqual({
    is: 'dead',
    reason: expect.stringContaining('not a casework.v1.StepDecided') as string,
  });
  const disbelievedOf = 'permits';
  expect(read(record('employment'))).toEqual({ is: 'dead', reason: 'not believed: another department', disbelievedOf });
  const inAnothersName = { ...record(), headers: { ...record().headers, ce_source: 'lianban/employment' } };
  const reason = 'not believed: ce_source is not lianban/permits';
  expect(read(inAnothersName)).toEqual({ is: 'dead', reason, disbelievedOf });
});

test('a type that only a newer department knows is counted and changes nothing', () => {
  const later = {
    ...record(),
    value: Buffer.of(0xff),
    headers: { ...record().headers, ce_type: 'permits.v1.NotKnownYet' },
  };
  const found = read(later) as ViewEvent<readonly string[]>;
  expect(found).toMatchObject({ is: 'event', place: 'permits:/licence', sequence: 3 });
  expect(found.apply(['before'])).toEqual(['before']);
});
