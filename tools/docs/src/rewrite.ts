/** What can stand between two marks, by the name in the first. */
export type Generated = Readonly<Record<string, () => string>>;

const [begin, end] = [/^<!-- generated: (.*) -->$/, '<!-- end -->'];

/**
 * `text` with everything written anew that stands between `<!-- generated: NAME -->` and `<!-- end -->`.
 * @throws Error naming the line of a mark that has no end, or whose name is not known
 */
export function rewrite(text: string, generated: Generated): string {
  const lines = text.split('\n');
  const written: string[] = [];
  for (let at = 0; at < lines.length; at++) {
    written.push(lines[at]!);
    const [, name] = begin.exec(lines[at]!) ?? [];
    if (name === undefined) continue;
    const make = generated[name];
    if (!make) throw new Error(`line ${at + 1}: "${name}" is not generated; ${Object.keys(generated).join(', ')} are`);
    const last = lines.indexOf(end, at);
    if (last < 0) throw new Error(`line ${at + 1}: what is generated has no ${end}`);
    // Without an empty line, Markdown takes the mark for a part of the table.
    written.push('', make(), '', end);
    at = last;
  }
  return written.join('\n');
}
