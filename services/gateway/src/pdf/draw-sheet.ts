import PDFDocument from 'pdfkit';
import type { FontFile } from './font';
import type { Sheet } from './sheet';

const MARGIN = 64;
const [TEXT, TITLE, SMALL] = [11.5, 18, 8.5];
/** What stands for a character the font lacks: people see that something is missing, and the log says what. */
const ABSENT = '〓';

export interface Drawn {
  readonly pdf: Buffer;
  /** Characters the font has no glyph for, each once. */
  readonly missing: readonly string[];
}

type Pdf = InstanceType<typeof PDFDocument>;
/** The part of the font that pdfkit opened which says what it can show. */
type Glyphs = { readonly _font: { readonly font: { hasGlyphForCodePoint(codePoint: number): boolean } } };

/**
 * One document as PDF 1.7, A4, with a subset of the font embedded, and tagged: language, title, headings, paragraphs, lists in reading
 * order. It says itself that it is PDF/UA-1 as far as pdfkit writes it; what pdfkit does not check, no claim is made of.
 * @throws when the font cannot be read
 */
export async function drawSheet(sheet: Sheet, { path, face }: FontFile): Promise<Drawn> {
  const pdf = new PDFDocument({
    size: 'A4',
    margins: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN },
    pdfVersion: '1.7',
    // @types/pdfkit knows the subsets for archives alone.
    subset: 'PDF/UA' as unknown as PDFKit.Mixins.PDFSubsets,
    tagged: true,
    lang: sheet.language,
    displayTitle: true,
    info: { Title: `${sheet.title} ${sheet.number}`, Author: sheet.organ },
  });
  const chunks: Buffer[] = [];
  const ended = new Promise<void>((resolve, reject) => {
    pdf.on('data', (chunk: Buffer) => void chunks.push(chunk));
    pdf.on('end', resolve);
    pdf.on('error', reject);
  });
  pdf.registerFont('text', path, face);
  pdf.font('text');
  const missing = new Set<string>();
  write(pdf, shownIn(pdf, sheet, missing));
  pdf.end();
  await ended;
  return { pdf: Buffer.concat(chunks), missing: [...missing] };
}

function write(pdf: Pdf, { organ, title, number, addressee, parts, signature, notes }: Sheet): void {
  const root = pdf.struct('Document');
  pdf.addStructure(root);
  const add = (tag: string, text: string, size: number, more: PDFKit.Mixins.TextOptions = {}) =>
    root.add(pdf.struct(tag, {}, () => void pdf.fontSize(size).text(text, { lineGap: 4, ...more })));
  add('P', organ, TEXT, { align: 'center' });
  pdf.moveDown(0.4);
  add('H1', title, TITLE, { align: 'center' });
  add('P', number, TEXT, { align: 'center' });
  pdf.moveDown();
  add('P', addressee, TEXT);
  for (const { heading, lines } of parts) {
    pdf.moveDown(0.5);
    if (heading !== undefined) add('H2', heading, TEXT + 1);
    if (lines.length < 2 && heading === undefined) for (const line of lines) add('P', line, TEXT);
    else root.add(list(pdf, lines));
  }
  pdf.moveDown(1.5);
  for (const line of signature) add('P', line, TEXT, { align: 'right' });
  pdf.moveDown();
  for (const line of notes) add('P', line, SMALL);
  root.end();
}

const list = (pdf: Pdf, lines: readonly string[]) => {
  const items = lines.map((line) =>
    pdf.struct(
      'LI',
      {},
      pdf.struct('LBody', {}, () => void pdf.fontSize(TEXT).text(line, { lineGap: 4, indent: 12 })),
    ),
  );
  return pdf.struct('L', {}, items);
};

/** The sheet with every character that the font cannot show replaced; these are added to `missing`. */
function shownIn(pdf: Pdf, sheet: Sheet, missing: Set<string>): Sheet {
  const { font } = (pdf as unknown as Glyphs)._font;
  const shown = (text: string): string =>
    [...text]
      .map((character) => {
        if (font.hasGlyphForCodePoint(character.codePointAt(0)!)) return character;
        missing.add(character);
        return ABSENT;
      })
      .join('');
  const all = (texts: readonly string[]) => texts.map(shown);
  return {
    ...sheet,
    organ: shown(sheet.organ),
    title: shown(sheet.title),
    number: shown(sheet.number),
    addressee: shown(sheet.addressee),
    parts: sheet.parts.map(({ heading, lines }) => ({
      ...(heading !== undefined && { heading: shown(heading) }),
      lines: all(lines),
    })),
    signature: all(sheet.signature),
    notes: all(sheet.notes),
  };
}
