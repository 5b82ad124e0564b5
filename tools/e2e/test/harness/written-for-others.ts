interface JsonSchema {
  readonly $ref?: string;
  readonly type?: unknown;
  readonly enum?: unknown;
  readonly const?: unknown;
  readonly format?: string;
  readonly pattern?: string;
  readonly maxLength?: number;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly additionalProperties?: unknown;
}
interface Described {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, JsonSchema>> };
}
interface Operation {
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema?: JsonSchema }>> };
}

/** Up to so many characters is a mark or a version, not something a person says to another. */
const MARK = 64;
const isSaid = ({ type, format, pattern = '', maxLength = 0, ...more }: JsonSchema): boolean =>
  type === 'string' &&
  !format &&
  !('enum' in more) &&
  !('const' in more) &&
  maxLength > MARK &&
  /^$|u0000/.test(pattern);

/** Every field of a request in which a person writes freely: "POST /api/…/objection reason". */
export function freeFields({ paths, components: { schemas } }: Described): readonly string[] {
  const within = (schema: JsonSchema, at: string, depth = 0): readonly string[] => {
    const own = schema.$ref ? (schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {}) : schema;
    if (depth > 9) return [];
    if (isSaid(own)) return [at];
    const values = own.additionalProperties;
    return [
      ...[...(own.anyOf ?? []), ...(own.oneOf ?? [])].flatMap((each) => within(each, at, depth + 1)),
      ...Object.entries(own.properties ?? {}).flatMap(([name, each]) => within(each, `${at}/${name}`, depth + 1)),
      ...(own.items ? within(own.items, at, depth + 1) : []),
      ...(typeof values === 'object' ? within(values as JsonSchema, at, depth + 1) : []),
    ];
  };
  const found = Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).flatMap(([method, { requestBody }]) =>
      Object.values(requestBody?.content ?? {}).flatMap(({ schema }) =>
        within(schema ?? {}, '').map((at) => `${method.toUpperCase()} ${path} ${at.slice(1)}`),
      ),
    ),
  );
  return [...new Set(found)];
}

type Place = 'application' | 'supplement' | 'me' | 'case';
/** The pages its receiver finds it on, with the text that is sent through it; or why nobody else reads it. */
type Receiver = { readonly text: string; readonly on: readonly Place[] } | { readonly nobody: string };

const own = { nobody: 'the resident’s own draft' } as const;
const preview = { nobody: 'shown to the officer who writes it, and not kept' } as const;
const coded = {
  nobody: 'a code of the catalogue: any other text is refused, and its words are tried elsewhere',
} as const;
const forCase = { text: '记号：申请人填写的内容', on: ['case'] } as const;

export const receivers: Readonly<Record<string, Receiver>> = {
  'POST /api/packages/{code}/check answers': { nobody: 'answered at once and not kept' },
  'POST /api/applications answers': forCase,
  'POST /api/desk/applications answers': forCase,
  'POST /api/applications/{number}/steps/{step}/supplement answers': forCase,
  'POST /api/applications/{number}/steps/{step}/objection reason': { text: '记号：异议或复核理由', on: ['case'] },
  'POST /api/applications/{number}/withdrawal reason': { text: '记号：撤回原因', on: ['application', 'case'] },
  'POST /api/desk/read-questions/{question}/answer text': { text: '记号：对查阅的答复', on: ['me'] },
  'POST /api/operator/read-questions/{question}/answer text': { text: '记号：对查阅的答复', on: ['me'] },
  'POST /api/me/corrections value': { nobody: 'a value the officer compares: services/desk/test/approvals.browser' },
  'POST /api/desk/corrections/{correction}/decision reason': {
    nobody: 'shown on /me/corrections: services/web/test/corrections.unit',
  },
  'POST /api/desk/cases/{number}/{step}/correction findings': {
    nobody: 'what the catalogue asks for: numbers and choices',
  },
  'POST /api/desk/cases/{number}/{step}/writs/preview findings': preview,
  'POST /api/desk/cases/{number}/{step}/writs/preview missing/note': preview,
  'POST /api/desk/cases/{number}/{step}/writs/preview reason': preview,
  'POST /api/operator/services/{service}/keys/{subject}/mending reason': {
    nobody: 'for the second operator, on the console: tools/e2e/test/console.e2e',
  },
  'POST /api/notices/receipts messageId': { nobody: 'a number of the carrier’s, signed by it, not kept when unknown' },
  'PUT /api/me/drafts/{package} answers': own,
  'PUT /api/me/drafts/{package} step': own,
  'POST /api/me/mandates to/name': { nobody: 'compared with the register, and not kept' },
  'POST /api/me/mandates from/name': { nobody: 'compared with the register, and not kept' },
  'POST /api/desk/cases/{number}/{step}/supplement-request missing/note': {
    text: '记号：补正说明',
    on: ['application', 'supplement', 'case'],
  },
  'POST /api/desk/cases/{number}/{step}/pause reason': coded,
  'POST /api/desk/cases/{number}/{step}/extension reason': coded,
  'POST /api/desk/cases/{number}/{step}/decision reason': coded,
  'POST /api/desk/cases/{number}/{step}/decision findings': {
    nobody: 'what the catalogue asks for: numbers and choices',
  },
  'POST /api/desk/cases/{number}/{step}/rehearsal findings': { nobody: 'answered at once and not kept' },
  'POST /api/desk/cases/{number}/{step}/notes text': { text: '记号：留言', on: ['application', 'case'] },
  'POST /api/operator/applications/{number}/steps/{step}/take-over reason': {
    text: '记号：代为答复的理由',
    on: ['application', 'case'],
  },
  'POST /api/operator/applications/{number}/steps/{step}/take-over facts': {
    nobody: 'what the catalogue asks for: numbers and choices',
  },
};

/** The text that is sent through a field. */
export function textFor(ending: string): string {
  const [, found] = Object.entries(receivers).find(([field, of]) => field.endsWith(ending) && 'text' in of) ?? [];
  if (!found || !('text' in found)) throw new Error(`${ending} has no text`);
  return found.text;
}

export const textsOn = (place: Place): readonly string[] => [
  ...new Set(Object.values(receivers).flatMap((each) => ('on' in each && each.on.includes(place) ? each.text : []))),
];
