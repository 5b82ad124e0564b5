interface Inside {
  /** The names an object has so far; of a list there are none. */
  readonly names: Set<string> | undefined;
  readonly at: string;
  /** Where the next text stands: a name, or a value. */
  isName: boolean;
  name: string;
  nth: number;
}

const most = 50;

/**
 * JSON pointers of the names an object has twice. A parser keeps the last and says nothing, another program may keep the first: they
 * would disagree on what was sent. For well-formed JSON; iterative, because bodies may be nested deeper than the stack.
 */
export function duplicateKeysIn(json: string): readonly string[] {
  const found: string[] = [];
  const open: Inside[] = [];
  for (const [token] of json.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],:]/g)) {
    if (found.length >= most) break;
    const inside = open.at(-1);
    switch (token) {
      case '{':
      case '[': {
        const isObject = token === '{';
        const at = inside === undefined ? '' : wayTo(inside);
        open.push({ names: isObject ? new Set() : undefined, at, isName: isObject, name: '', nth: 0 });
        break;
      }
      case '}':
      case ']':
        open.pop();
        break;
      case ',':
        if (inside) Object.assign(inside, { isName: inside.names !== undefined, nth: inside.nth + 1 });
        break;
      case ':':
        if (inside) inside.isName = false;
        break;
      default:
        if (inside?.names && inside.isName) {
          inside.name = JSON.parse(token) as string;
          if (inside.names.has(inside.name)) found.push(wayTo(inside));
          inside.names.add(inside.name);
        }
    }
  }
  return found;
}

const wayTo = ({ names, at, name, nth }: Inside): string =>
  `${at}/${names ? name.replaceAll('~', '~0').replaceAll('/', '~1') : nth}`;
