// Makes the JSON schemas kubeconform checks against, strict: a field nobody knows is an error.
//
//   make-schemas.js SWAGGER CRD_FOLDER OUTPUT_FOLDER
//
// SWAGGER is the OpenAPI document the API server of that version answers with; CRD_FOLDER holds the operators' definitions.
const { mkdirSync, readFileSync, readdirSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { parseAllDocuments } = require('yaml');

const [swagger, crds, output] = process.argv.slice(2);
const { definitions } = JSON.parse(readFileSync(swagger, 'utf8'));

const scalar = { oneOf: [{ type: 'string' }, { type: 'number' }] };

/** `schema` with every reference put in its place and every object closed. */
function closed(schema, within = []) {
  if (Array.isArray(schema)) return schema.map((each) => closed(each, within));
  if (schema === null || typeof schema !== 'object') return schema;
  if (schema.$ref) {
    const name = schema.$ref.split('/').pop();
    if (name.endsWith('.Quantity') || name.endsWith('.IntOrString')) return scalar;
    // Only schemas of schemas refer to themselves, and the chart renders none.
    return within.includes(name) ? {} : closed(definitions[name], [...within, name]);
  }
  if (schema['x-kubernetes-int-or-string'] || schema.format === 'int-or-string') return scalar;
  const { properties, ...rest } = schema;
  const done = Object.fromEntries(
    Object.entries(rest)
      .filter(([key]) => !key.startsWith('x-') && !['description', 'format', 'nullable', 'default'].includes(key))
      .map(([key, value]) => [key, key === 'required' || key === 'enum' ? value : closed(value, within)]),
  );
  if (!properties) return done;
  done.properties = Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, closed(value, within)]));
  if (!schema['x-kubernetes-preserve-unknown-fields'] && done.additionalProperties === undefined)
    done.additionalProperties = false;
  return done;
}

function write(kind, group, version, schema) {
  const suffix = [group.split('.')[0], version].filter(Boolean).join('-');
  writeFileSync(join(output, `${kind}-${suffix}.json`.toLowerCase()), JSON.stringify(schema));
}

mkdirSync(output, { recursive: true });
const meta = closed(definitions['io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta']);
for (const definition of Object.values(definitions)) {
  const [{ group, kind, version } = {}, another] = definition['x-kubernetes-group-version-kind'] ?? [];
  if (kind && !another && definition.properties?.metadata) write(kind, group, version, closed(definition));
}
for (const file of readdirSync(crds)) {
  for (const document of parseAllDocuments(readFileSync(join(crds, file), 'utf8'))) {
    const { spec } = document.toJS() ?? {};
    for (const { name, schema } of spec?.versions ?? []) {
      const strict = closed(schema.openAPIV3Schema);
      write(spec.names.kind, spec.group, name, { ...strict, properties: { ...strict.properties, metadata: meta } });
    }
  }
}
