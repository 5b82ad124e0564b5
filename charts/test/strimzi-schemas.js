// Makes strict JSON schemas of Strimzi's resources, which has no definitions to take from a registry: of the types that
// @kubernetes-models/strimzi-kafka-operator generates from them. Bounds and patterns are lost on the way, fields are not.
//
//   strimzi-schemas.js PACKAGE_FOLDER OUTPUT_FOLDER KIND…
const { writeFileSync } = require('node:fs');
const { join } = require('node:path');
const ts = require('typescript');

const [folder, output, ...kinds] = process.argv.slice(2);
const fileOf = (kind) => join(folder, 'kafka.strimzi.io', 'v1', `${kind}.d.ts`);
const program = ts.createProgram(kinds.map(fileOf), {
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  strict: true,
});
const checker = program.getTypeChecker();

const scalars = [
  [ts.TypeFlags.String, { type: 'string' }],
  [ts.TypeFlags.Number, { type: 'number' }],
  [ts.TypeFlags.Boolean, { type: 'boolean' }],
];

function schemaOf(type) {
  const scalar = scalars.find(([flag]) => type.flags & flag);
  if (scalar) return scalar[1];
  if (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) return {};
  if (type.flags & ts.TypeFlags.Null) return { type: 'null' };
  if (type.isLiteral()) return { enum: [type.value] };
  if (type.flags & ts.TypeFlags.BooleanLiteral) return { enum: [type.intrinsicName === 'true'] };
  if (type.isUnion()) {
    const given = type.types.filter(({ flags }) => !(flags & ts.TypeFlags.Undefined));
    return given.length === 1 ? schemaOf(given[0]) : { anyOf: given.map(schemaOf) };
  }
  if (checker.isArrayType(type)) return { type: 'array', items: schemaOf(checker.getTypeArguments(type)[0]) };
  if (!(type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)))
    throw new Error(`no schema for ${checker.typeToString(type)}`);
  const values = type.getStringIndexType();
  if (values) return { type: 'object', additionalProperties: schemaOf(values) };
  const properties = checker.getPropertiesOfType(type);
  // An object without fields is one whose fields are the user's.
  if (properties.length === 0) return { type: 'object' };
  const required = properties.filter(({ flags }) => !(flags & ts.SymbolFlags.Optional)).map(({ name }) => name);
  return {
    type: 'object',
    additionalProperties: false,
    ...(required.length > 0 && { required }),
    properties: Object.fromEntries(
      properties.map((property) => [property.name, schemaOf(checker.getTypeOfSymbol(property))]),
    ),
  };
}

for (const kind of kinds) {
  const source = program.getSourceFile(fileOf(kind));
  const named = source?.statements.find((each) => ts.isInterfaceDeclaration(each) && each.name.text === `I${kind}`);
  if (!named) throw new Error(`${fileOf(kind)} has no I${kind}`);
  const schema = schemaOf(checker.getTypeAtLocation(named));
  if (Object.keys(schema.properties.metadata.properties ?? {}).length === 0)
    throw new Error('the packages it needs are not there');
  writeFileSync(join(output, `${kind}-kafka-v1.json`.toLowerCase()), JSON.stringify(schema));
}
