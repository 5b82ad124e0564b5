type Named = Readonly<Record<string, unknown>>;

/** An address as the API's document writes it, with its names filled in and its query. */
export function addressOf(template: string, path: Named = {}, query: Named = {}): string {
  const filled = template.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(path[name])));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) search.set(name, String(value));
  return search.size === 0 ? filled : `${filled}?${search}`;
}
