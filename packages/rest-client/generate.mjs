// Types of the API for its clients, from the OpenAPI document in gen/.
import { writeFileSync } from 'node:fs';
import { URL } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';
import ts from 'typescript';

const file = (name) => new URL(`gen/${name}`, import.meta.url);

// Any JSON of so many levels: which levels, clients leave to the gateway.
const freeValue = /\/schemas\/FreeValue\d+$/;
const unknown = ts.factory.createKeywordTypeNode(ts.SyntaxKind.UnknownKeyword);

const types = await openapiTS(file('openapi.json'), {
  immutable: true,
  rootTypes: true,
  rootTypesNoSchemaPrefix: true,
  defaultNonNullable: false,
  transform: (_schema, { path }) => (freeValue.test(path ?? '') ? unknown : undefined),
});
writeFileSync(file('api.d.ts'), astToString(types));
