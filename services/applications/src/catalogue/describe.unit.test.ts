import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { applications } from '@lianban/protos';
import { PACKAGES } from '../../test/catalogue-copy';
import { describeCatalogue, describePackage, loadCatalogue } from './index';

const catalogue = loadCatalogue();

describe('the catalogue as it is shown', () => {
  test('offers everything but what is hidden', () => {
    const files = readdirSync(PACKAGES);
    const hidden = files.filter((file) => /^hidden: true$/m.test(readFileSync(join(PACKAGES, file), 'utf8')));
    expect(hidden).toEqual(['bench-four-departments.v1.yaml']);
    const codes = files.filter((file) => !hidden.includes(file)).map((file) => file.split('.')[0]);
    const alone = catalogue.items.filter((item) => item.alone).map(({ code }) => code);
    const shown = describeCatalogue(catalogue).map(({ code }) => code);
    expect(shown.toSorted()).toEqual([...new Set([...codes, ...alone])].toSorted());
  });

  test('survives the wire with form, limits and graph', () => {
    const shown = describePackage(catalogue.find('open-small-shop')!);
    const { Package } = applications.v1;
    const received = Package.decode(Package.encode(shown).finish());
    expect(received.form.find(({ name }) => name === 'premisesArea')).toMatchObject({
      type: 'number',
      required: true,
      hasMinimum: true,
      minimum: 1,
    });
    expect(received.steps.find(({ id }) => id === 'licence')).toMatchObject({
      needs: ['course'],
      onRefusal: 'stop',
      limitDays: 25,
      item: { department: 'permits', decidedBy: 'officer', statutoryDays: 20, departmentName: { en: 'Permits' } },
    });
    expect(received.steps.find(({ id }) => id === 'relief')).toMatchObject({
      conditions: [{ expression: 'savingsCents < 2000000', means: { zh: '家庭存款低于 20000 元' } }],
    });
    expect(received.form.find(({ name }) => name === 'reason')?.options[0]).toEqual({
      code: 'dismissed',
      label: { zh: '被单位辞退', en: 'Dismissed' },
    });
  });
});
