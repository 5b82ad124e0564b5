import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CatalogueError } from '@lianban/catalogue';
import { catalogueText, copyCatalogue } from '../../test/catalogue-copy';
import { describePackage, loadCatalogue } from './index';

const catalogue = loadCatalogue();

/** The catalogue with one text replaced in a file, or what is said to be wrong with it. */
function after(file: string, from: string, to: string): ReturnType<typeof loadCatalogue> | readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'alone-test-'));
  try {
    copyCatalogue(folder);
    const text = readFileSync(join(folder, file), 'utf8');
    if (!text.includes(from)) throw new Error(`${file} does not contain ${from}`);
    writeFileSync(join(folder, file), text.replace(from, to));
    return loadCatalogue(folder);
  } catch (error) {
    if (!(error instanceof CatalogueError)) throw error;
    return error.problems.map(({ file: at, line, sentence }) => `${at}:${line}: ${sentence}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('an item by itself', () => {
  const permit = catalogue.find('residence-permit')!;

  test('is a package of one step, with the words, the questions and the conditions of the item', () => {
    const item = catalogue.items.find(({ code }) => code === 'residence-permit')!;
    const { code, version, name, description, synonyms, whoCanApply, about, registered } = item;
    expect(permit).toMatchObject({ code, version, name, description, synonyms, whoCanApply, about, registered });
    expect(permit.form).toEqual(item.answers);
    expect(permit.steps.map(({ id, answers }) => [id, answers])).toEqual([
      [code, item.answers.map((each) => each.name)],
    ]);
    expect(describePackage(permit).steps[0]?.item?.area).toBe('public-security');
  });

  test('is the same item as within a package: same version, same limits, same materials', () => {
    const alone = catalogue.find('childcare-subsidy')?.plan.steps[0];
    const within = catalogue.find('newborn')?.plan.steps.find(({ id }) => id === 'subsidy');
    for (const part of ['item', 'itemVersion', 'department', 'materials', 'statutoryDays', 'promisedDays'] as const)
      expect(alone).toHaveProperty(part, (within as never)?.[part]);
  });

  test('about oneself one is under way at a time, about children several', () => {
    expect(permit.openAtOnce).toBe('one');
    expect(catalogue.find('birth-registration')?.openAtOnce).toBe('many');
  });

  test('that does not say so is in no package of its own', () => {
    const changed = after(
      'public-security.yaml',
      'code: residence-permit\n    version: 1\n    alone: true',
      'code: residence-permit\n    version: 1',
    );
    expect(Array.isArray(changed) ? changed : (changed as typeof catalogue).find('residence-permit')).toBeUndefined();
  });

  test('whose condition looks at a step of a package is told of, where it says alone', () => {
    const at = 'code: family-doctor\n    version: 1\n';
    const conditions =
      '    conditions:\n      - { when: licence.outcome = "granted", means: { zh: 有, en: There is one } }\n';
    const said = after('health.yaml', at, at + conditions);
    const line = catalogueText('health.yaml').split('code: family-doctor', 1)[0]!.split('\n').length + 4;
    expect(said).toEqual([expect.stringMatching(new RegExp(`^health.yaml:${line}: condition of .*"licence"`))]);
  });

  test('cannot have the name of a package', () => {
    expect(after('packages/newborn.v1.yaml', 'code: newborn\n', 'code: family-doctor\n')).toEqual([
      expect.stringContaining('package "family-doctor" version 1 has a file already'),
    ]);
  });
});

describe('a package', () => {
  const names = catalogue.find('newborn')!.form.map(({ name }) => name);

  test('asks the questions of its items, each once, after its own', () => {
    expect(names.slice(0, 2)).toEqual(['needsBirthService', 'registerHere']);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toEqual(expect.arrayContaining(['spouseHere', 'childName', 'bornOn', 'registerOf']));
    expect(names).not.toContain('certificateNumber');
  });

  test('requires what every applicant is asked, and leaves to departments what only some are', () => {
    const required = new Set(
      catalogue
        .find('newborn')!
        .form.filter((field) => field.required)
        .map(({ name }) => name),
    );
    expect([required.has('bornOn'), required.has('registerOf')]).toEqual([true, false]);
  });
});
