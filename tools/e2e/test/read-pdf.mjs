// Reads PDFs from files as another program would, and says what it found, as JSON. A process of its own: jest cannot load this library.
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';

async function read(path) {
  const data = new Uint8Array(readFileSync(path));
  const document = await getDocument({ data, useSystemFonts: false, verbosity: VerbosityLevel.ERRORS }).promise;
  const texts = [];
  const tags = [];
  const collect = (node) => {
    if (node.role) tags.push(node.role);
    for (const child of node.children ?? []) collect(child);
  };
  for (let page = 1; page <= document.numPages; page++) {
    const one = await document.getPage(page);
    for (const { str = '' } of (await one.getTextContent()).items) texts.push(str);
    const tree = await one.getStructTree();
    if (tree) collect(tree);
  }
  const { info } = await document.getMetadata();
  const marked = await document.getMarkInfo();
  return {
    text: texts.join('').replace(/\s+/g, ''),
    tags,
    title: info.Title,
    language: info.Language,
    isTagged: marked?.Marked === true,
    pages: document.numPages,
  };
}

const found = [];
for (const path of process.argv.slice(2)) found.push(await read(path));
process.stdout.write(JSON.stringify(found));
