import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadCatalogue } from '@lianban/applications';
import { PURPOSES } from '@lianban/residents';

const legalBasis = 'services/residents/src/domain/legal-basis.ts';

/** On which line of a file a text stands first, as somebody would be told who has to mend it. */
const place = (file: string, text: string): string => {
  const before = readFileSync(join(__dirname, '..', '..', '..', file), 'utf8').split(text, 1)[0] ?? '';
  return `${file}:${before.split('\n').length}`;
};

test('residents answers for the purposes the catalogue’s shares name, by the same right, and for no others', () => {
  const shares = loadCatalogue().items.flatMap(({ department, code, shares: all }) =>
    all.filter(({ from }) => from === 'residents').map(({ basis }) => ({ department, code, basis })),
  );
  const wrong = shares
    .filter(({ department, code, basis }) => {
      const known = PURPOSES.get(code);
      return known?.department !== department || known.basis !== basis;
    })
    .map(
      ({ department, code, basis }) =>
        `${place(`services/departments/${department}/catalogue.yaml`, `code: ${code}`)}: "${code}" of ${department} by ${basis} is not so in ${legalBasis}`,
    );
  const stray = [...PURPOSES.keys()]
    .filter((purpose) => !shares.some(({ code }) => code === purpose))
    .map(
      (purpose) => `${place(legalBasis, `'${purpose}'`)}: no item of the catalogue shares anything for "${purpose}"`,
    );
  expect([...wrong, ...stray]).toEqual([]);
});
