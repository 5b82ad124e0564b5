import { type Sheet, drawSheet, findFont, writSheet } from '@lianban/gateway';
import { readPdfs } from './read-pdfs';
import { everyKind, rareName } from './writ-cases';

const font = findFont(process.env.PDF_FONT);
const printing = font ? describe : describe.skip;

const withoutSpaces = (texts: readonly string[]): string => texts.join('').replace(/\s+/g, '');
/** All of a sheet in the order people read it. */
const dataOf = ({ organ, title, number, addressee, parts, signature, notes }: Sheet): string =>
  withoutSpaces([
    ...[organ, title, number, addressee],
    ...parts.flatMap(({ heading = '', lines }) => [heading, ...lines]),
    ...signature,
    ...notes,
  ]);

const writs = everyKind();
const newest = [...new Map(writs.map((writ) => [writ.kind, writ])).values()];
const sheets = newest.flatMap((writ) =>
  (['zh-CN', 'en'] as const).map((language) => writSheet(writ, rareName, language)),
);

test('there is one of every kind', () => {
  expect(newest.map(({ kind }) => kind).toSorted()).toEqual(
    ['acceptance', 'correction', 'extension', 'grant', 'pause', 'refusal', 'revocation', 'supplement'].toSorted(),
  );
});

test.each(newest.map((writ) => [writ.kind, writ] as const))(
  'a sheet has all of a %s, in either language',
  (_kind, writ) => {
    for (const [language, key] of [
      ['zh-CN', 'zh'],
      ['en', 'en'],
    ] as const) {
      const { organ, title, sealLine, address, parts, number, digest } = writ;
      const body = parts.flatMap(({ heading, lines }) => [heading, ...lines]);
      const said = [organ, title, ...body, sealLine, address].flatMap((text) => (text ? [text[key]] : []));
      const printed = dataOf(writSheet(writ, rareName, language));
      for (const text of [...said, number, digest, rareName]) expect(printed).toContain(withoutSpaces([text]));
    }
  },
);

test.each(sheets.map((sheet) => [`${sheet.title} (${sheet.language})`, sheet] as const))(
  '%s has no code, no place without words, and no sentence in the other language',
  (_name, sheet) => {
    const words = dataOf(sheet).replace(/[0-9a-f]{64}/, '');
    expect(words).not.toMatch(
      /\{\w+\}|undefined|[a-z]+-[a-z]+-?[a-z]*字|officer-refused|conditions-met|inspection-failed/,
    );
    if (sheet.language === 'zh-CN') expect(words.replace(/LB\d+|SHA-256|JY\d+/g, '')).not.toMatch(/[A-Za-z]{2,}/);
  },
);

// Named so that whoever reads the results sees why they are missing: install fonts-noto-cjk, or set PDF_FONT.
printing(`printed as PDF${font ? '' : ' (SKIPPED: this machine has no font with Chinese characters)'}`, () => {
  let read: Awaited<ReturnType<typeof readPdfs>> = [];
  let missing: readonly string[] = [];
  let sizes: readonly number[] = [];
  beforeAll(async () => {
    const drawn = [];
    for (const sheet of sheets) drawn.push(await drawSheet(sheet, font!));
    missing = drawn.flatMap((each) => each.missing);
    sizes = drawn.map(({ pdf }) => pdf.length);
    read = await readPdfs(drawn.map(({ pdf }) => pdf));
  }, 120_000);

  test('no glyph is missing, rare names included', () => {
    expect(missing).toEqual([]);
  });

  test.each(sheets.map((sheet, place) => [`${sheet.title} (${sheet.language})`, place] as const))(
    '%s: the text layer is the data, and its structure and language are told',
    (_name, place) => {
      const { text, tags, title, language, isTagged } = read[place]!;
      expect(text).toBe(dataOf(sheets[place]!));
      expect({ language, isTagged, title }).toEqual({
        ...{ language: sheets[place]!.language, isTagged: true },
        title: `${sheets[place]!.title} ${sheets[place]!.number}`,
      });
      expect(tags).toEqual(expect.arrayContaining(['Document', 'H1', 'H2', 'P', 'L', 'LI', 'LBody']));
    },
  );

  test('only a subset of the font is in the file', () => {
    expect(Math.max(...sizes)).toBeLessThan(250_000);
  });

  test('a text of several pages is whole and tagged to the end', async () => {
    const [sheet] = sheets;
    const long = { ...sheet!, parts: [{ lines: Array.from({ length: 120 }, (_, nth) => `第${nth}行：${rareName}`) }] };
    const [found] = await readPdfs([(await drawSheet(long, font!)).pdf]);
    expect(found!.pages).toBeGreaterThan(2);
    expect(found!.text).toBe(dataOf(long));
  });

  test('a character the font lacks is told, and shown as missing', async () => {
    const { pdf, missing: lacking } = await drawSheet({ ...sheets[0]!, addressee: '王\u{F0000}' }, font!);
    expect(lacking).toEqual(['\u{F0000}']);
    expect((await readPdfs([pdf]))[0]!.text).toContain('王〓');
  });
});
