import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A contract file, with the full names of the messages that stand in it. */
export interface ProtoFile {
  /** From the folder of contracts: casework/v1/casework.proto. */
  readonly path: string;
  readonly text: string;
  readonly messages: readonly string[];
}

/** The contracts as they are written; an image holds them beside the code generated from them. */
const FOLDER = dirname(require.resolve('@lianban/protos/package.json'));

/** The files of a protobuf package, as in casework.v1; none when there is no such package. */
export function protoFiles(name: string): readonly ProtoFile[] {
  const folder = name.replace('.', '/');
  if (!existsSync(join(FOLDER, folder))) return [];
  return readdirSync(join(FOLDER, folder))
    .filter((file) => file.endsWith('.proto'))
    .sort()
    .map((file) => {
      const path = `${folder}/${file}`;
      const text = readFileSync(join(FOLDER, path), 'utf8');
      const messages = [...text.matchAll(/^message (\w+) /gm)].map(([, message]) => `${name}.${message}`);
      return { path, text, messages };
    });
}

/** social-assistance.v1 → social_assistance.v1: the protobuf package of a topic. */
export const packageOf = (topic: string): string => topic.replaceAll('-', '_');

/** Where a service writes the messages of its own that it publishes; calls have files of their own. */
export const ownMessages = (topic: string): readonly string[] =>
  protoFiles(packageOf(topic)).find(({ path }) => path.endsWith('/events.proto'))?.messages ?? [];

/** The file a message stands in. @throws Error when no contract has it */
export function fileOf(message: string): ProtoFile {
  const found = protoFiles(message.replace(/\.\w+$/, '')).find(({ messages }) => messages.includes(message));
  if (!found) throw new Error(`no contract has a message ${message}`);
  return found;
}
