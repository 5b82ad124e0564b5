import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { checkout, documentsIn } from '../src/documents';

/** A document without what is shown as code in it. */
const prose = (document: string) =>
  readFileSync(join(checkout, document), 'utf8')
    .replaceAll(/^```[\s\S]*?^```$/gm, '')
    .replaceAll(/`[^`\n]*`/g, (code) => code.replaceAll(/[[\]()]/g, ''));

/** As GitHub makes them from headings. */
const anchorsOf = (document: string): string[] =>
  [...prose(document).matchAll(/^#+ (.*)$/gm)].map(([, heading]) =>
    heading!
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );

/** Why a relative link from `document` leads nowhere; undefined when it leads somewhere. */
function whatIsWrong(document: string, link: string): string | undefined {
  const [path = '', anchor] = link.split('#');
  const target = path === '' ? document : join(dirname(document), decodeURIComponent(path));
  const file = join(checkout, target);
  if (!existsSync(file)) return `${link}: there is no ${target}`;
  if (anchor === undefined || statSync(file).isDirectory()) return undefined;
  return anchorsOf(target).includes(anchor) ? undefined : `${link}: ${target} has no heading for #${anchor}`;
}

test.each(documentsIn())('every link of %s leads somewhere', (document) => {
  const links = [...prose(document).matchAll(/\]\(([^)\s]+)[^)]*\)|(?:src|href)="([^"]+)"/g)].map(
    ([, inText, inTag]) => (inText ?? inTag)!,
  );
  const relative = links.filter((link) => !/^[a-z]+:/.test(link));
  expect(relative.flatMap((link) => whatIsWrong(document, link) ?? [])).toEqual([]);
});

test('whoever comes for the first time reads at most 600 words', () => {
  const words = readFileSync(join(checkout, 'README.md'), 'utf8').trim().split(/\s+/);
  expect(words.length).toBeLessThanOrEqual(600);
});
