import fc from 'fast-check';
import { compareTopics, type FoundTopic } from './compare-topics';
import type { WantedTopic } from './topic-list';

const wanted = (name: string, partitions = 6, retention = '14'): WantedTopic => ({
  name,
  partitions,
  config: { 'retention.ms': retention },
});

describe('from the topics found to those declared', () => {
  test('a missing topic is created, an equal one is left alone', () => {
    const changes = compareTopics([wanted('permits.v1'), wanted('residents.v1')], [wanted('residents.v1')]);
    expect(changes).toEqual({ create: [wanted('permits.v1')], grow: [], align: [], drift: [] });
  });

  test('partitions grow, and never shrink', () => {
    expect(compareTopics([wanted('permits.v1', 6)], [wanted('permits.v1', 3)]).grow).toEqual([
      { name: 'permits.v1', from: 3, to: 6 },
    ]);
    const fewer = compareTopics([wanted('permits.v1', 3)], [wanted('permits.v1', 6)]);
    expect(fewer.grow).toEqual([]);
    expect(fewer.drift).toEqual(['permits.v1 has 6 partitions, 3 are listed: partitions cannot be taken away']);
  });

  test('dead letters that have more partitions keep them, and nobody is told', () => {
    const letters = 'permits.v1.applications.dlt';
    expect(compareTopics([wanted(letters, 1)], [wanted(letters, 6)])).toMatchObject({ grow: [], drift: [] });
  });

  test('a setting made by hand is sent again, because the broker would remove it otherwise', () => {
    const found = { ...wanted('permits.v1', 6, '7'), config: { 'retention.ms': '7', 'max.message.bytes': '9' } };
    const { align, drift } = compareTopics([wanted('permits.v1', 6, '14')], [found]);
    expect(align).toEqual([{ name: 'permits.v1', config: { 'retention.ms': '14', 'max.message.bytes': '9' } }]);
    expect(drift).toEqual(['permits.v1 has max.message.bytes=9, which is not listed: it is kept']);
  });

  test('unlisted topics with our names are reported, others are ignored', () => {
    const ours = ['t1-old.v1', 't1-old.v1.permits.dlt', 't1-applications.requests.old.v1'];
    const names = [...ours, 't2-old.v1', '__consumer_offsets', 'invoices', 'old.v1'];
    const { drift } = compareTopics(
      [],
      names.map((name) => wanted(name)),
      't1-',
    );
    expect(drift).toEqual(ours.map((name) => `${name} is not listed: it is kept`));
  });

  test('from any state: all declared topics exist, nothing is lost, and a second run changes nothing', () => {
    const topic = fc.record({
      name: fc.constantFrom('a.v1', 'b.v1', 'c.v1', 'd.v1'),
      partitions: fc.integer({ min: 1, max: 9 }),
      config: fc.dictionary(fc.constantFrom('retention.ms', 'segment.bytes'), fc.constantFrom('1', '2')),
    });
    const topics = fc.uniqueArray(topic, { selector: ({ name }) => name });
    fc.assert(
      fc.property(topics, topics, (list, found) => {
        const after = applied(found, list);
        for (const { name, partitions, config } of list) {
          const there = after.find((one) => one.name === name);
          expect(there?.partitions).toBeGreaterThanOrEqual(partitions);
          expect(there?.config).toMatchObject(config);
        }
        for (const { name, partitions, config } of found) {
          const there = after.find((one) => one.name === name);
          expect(there?.partitions).toBeGreaterThanOrEqual(partitions);
          expect(Object.keys(there?.config ?? {})).toEqual(expect.arrayContaining(Object.keys(config)));
        }
        expect(compareTopics(list, after)).toMatchObject({ create: [], grow: [], align: [] });
      }),
    );
  });
});

/** Applies the changes as a broker does: AlterConfigs replaces all settings of a topic. */
function applied(found: readonly FoundTopic[], list: readonly WantedTopic[]): FoundTopic[] {
  const { create, grow, align } = compareTopics(list, found);
  const kept = found.map((topic) => ({
    name: topic.name,
    partitions: grow.find(({ name }) => name === topic.name)?.to ?? topic.partitions,
    config: align.find(({ name }) => name === topic.name)?.config ?? topic.config,
  }));
  return [...kept, ...create];
}
