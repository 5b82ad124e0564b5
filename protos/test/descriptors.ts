import { buf } from './buf';

export interface FieldDescriptor {
  readonly name: string;
  readonly jsonName: string;
  /** TYPE_MESSAGE, TYPE_STRING, … */
  readonly type: string;
  readonly typeName?: string;
}

interface MessageDescriptor {
  readonly name: string;
  readonly field?: readonly FieldDescriptor[];
}

interface FileDescriptor {
  readonly package: string;
  readonly messageType?: readonly MessageDescriptor[];
  readonly service?: readonly {
    readonly method: readonly { readonly inputType: string; readonly outputType: string }[];
  }[];
}

/** Fields of every message of the contracts, by full name; compiled by buf, not by what we generate code with. */
export interface Contracts {
  readonly fields: ReadonlyMap<string, readonly FieldDescriptor[]>;
  /** Full names of what travels on topics: messages no call takes or gives and no other message holds. */
  readonly published: readonly string[];
}

const notOurEvents = /^(google|grpc|refusal)\./;
const withoutDot = (name: string) => name.replace(/^\./, '');

export const readContracts = (): Contracts => {
  const { ok, said, stdout } = buf(['build', '--as-file-descriptor-set', '--output', '-#format=json']);
  if (!ok) throw new Error(`buf cannot compile the contracts:\n${said}`);
  const { file: files } = JSON.parse(stdout) as { file: readonly FileDescriptor[] };
  const fields = new Map(
    files.flatMap((file) =>
      (file.messageType ?? []).map(({ name, field = [] }) => [`${file.package}.${name}`, field] as const),
    ),
  );
  const calls = files.flatMap(({ service = [] }) => service.flatMap(({ method }) => method));
  const used = new Set([
    ...[...fields.values()].flat().map(({ typeName = '' }) => withoutDot(typeName)),
    ...calls.flatMap(({ inputType, outputType }) => [withoutDot(inputType), withoutDot(outputType)]),
  ]);
  const published = [...fields.keys()].filter((name) => !used.has(name) && !notOurEvents.test(name)).sort();
  return { fields, published };
};
