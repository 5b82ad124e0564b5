import { rewrite } from './rewrite';

const generated = { fruit: () => '| pear |' };
const marked = (between: string) => `# Fruit\n\n<!-- generated: fruit -->${between}<!-- end -->\n\nAnd more.\n`;

test('what stands between the marks is written anew, and nothing else', () => {
  const written = marked('\n\n| pear |\n\n');
  expect(rewrite(marked('\n'), generated)).toBe(written);
  expect(rewrite(marked('\n| apple |\n\n| fig |\n'), generated)).toBe(written);
  expect(rewrite(written, generated)).toBe(written);
});

test('a document without marks stays as it is, one that tells of them too', () => {
  const text = 'Between `<!-- generated: fruit -->` and `<!-- end -->` stands a table.\n';
  expect(rewrite(text, generated)).toBe(text);
});

test('a mark nobody knows, or that has no end, is named by its line', () => {
  expect(() => rewrite('\n<!-- generated: wood -->\n<!-- end -->', generated)).toThrow(
    'line 2: "wood" is not generated; fruit are',
  );
  expect(() => rewrite('<!-- generated: fruit -->\n', generated)).toThrow(
    'line 1: what is generated has no <!-- end -->',
  );
});
