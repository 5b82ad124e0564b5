import { globSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { logFieldTable } from '@lianban/telemetry';
import { checkout } from '../src/folders';
import { workspaces } from '../src/services/workspaces';

const levels = new Set(['trace', 'debug', 'info', 'warn', 'error', 'fatal']);
const files = [...workspaces().values()]
  .filter(({ folder }) => /^(packages|services)\//.test(folder) && folder !== 'packages/testing')
  .flatMap(({ folder }) =>
    globSync('src/**/*.ts', { cwd: join(checkout, folder) }).map((file) => join(checkout, folder, file)),
  )
  .filter((file) => !file.endsWith('.test.ts'))
  .filter(
    (file) =>
      file.endsWith('main.ts') || /[lL]og\.(trace|debug|info|warn|error|fatal)\(/.test(readFileSync(file, 'utf8')),
  );

const sources = files.map((file) =>
  ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true),
);

/** Names of fields that a program passes on as `about`, to be logged. */
function handedOn(name: string): string[] {
  const found: string[] = [];
  for (const source of sources.filter(({ fileName }) => fileName.endsWith('main.ts'))) {
    const look = (node: ts.Node): void => {
      if (ts.isPropertyAssignment(node) && node.name.getText(source) === name)
        found.push(...namesIn(node.initializer, source));
      ts.forEachChild(node, look);
    };
    look(source);
  }
  return found;
}

/**
 * The names in an object literal. A variable is resolved to the literal assigned to it in that file, a property to the values
 * assigned to it anywhere.
 */
function namesIn(node: ts.Node, source: ts.SourceFile): string[] {
  if (ts.isObjectLiteralExpression(node))
    return node.properties.flatMap((property) =>
      ts.isSpreadAssignment(property) ? namesIn(property.expression, source) : [property.name!.getText(source)],
    );
  if (ts.isConditionalExpression(node)) return [...namesIn(node.whenTrue, source), ...namesIn(node.whenFalse, source)];
  if (ts.isPropertyAccessExpression(node)) return handedOn(node.name.text);
  if (ts.isIdentifier(node)) {
    const made: string[] = [];
    const look = (each: ts.Node): void => {
      if (ts.isVariableDeclaration(each) && each.name.getText(source) === node.text && each.initializer)
        made.push(...namesIn(each.initializer, source));
      ts.forEachChild(each, look);
    };
    look(source);
    return made;
  }
  return [];
}

function loggedIn(source: ts.SourceFile): string[] {
  const found: string[] = [];
  const look = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
      const { expression: on, name } = node.expression;
      const [fields] = node.arguments;
      if (levels.has(name.text) && /(^|\.)log$/i.test(on.getText(source)) && fields)
        found.push(...namesIn(fields, source));
    }
    ts.forEachChild(node, look);
  };
  look(source);
  return found;
}

const logged = new Set(sources.flatMap(loggedIn));

test('the code logs no field that is not catalogued', () => {
  expect(logged.size).toBeGreaterThan(30);
  expect([...logged].filter((field) => !(field in logFieldTable))).toEqual([]);
});

test('every catalogued field is logged by the code, or by the libraries beneath it', () => {
  const ofPino = ['time', 'level', 'service', 'msg'];
  const kafkajs = readdirSync(join(checkout, 'node_modules', 'kafkajs', 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.js'))
    .map((file) => readFileSync(join(checkout, 'node_modules', 'kafkajs', 'src', file), 'utf8'))
    .join('\n');
  const isKafkas = (field: string) => new RegExp(`\\b${field}\\b`).test(kafkajs);
  const names = Object.keys(logFieldTable);
  const nobodys = names.filter((field) => !logged.has(field) && !ofPino.includes(field));
  // The fields after it are kafkajs'.
  const libraries = names.slice(names.indexOf('kafkajs'));
  expect(nobodys.filter((field) => !libraries.includes(field) || !isKafkas(field))).toEqual([]);
});
