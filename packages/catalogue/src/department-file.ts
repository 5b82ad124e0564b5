import { z } from 'zod';
import { AREAS } from './areas';
import { looks, usualLooks } from './looks';
import {
  ageLimit,
  applicantKind,
  code,
  condition,
  days,
  decidedBy,
  fact,
  field,
  name,
  registered,
  subjectKind,
  synonyms,
  text,
  topic,
  version,
  word,
} from './values';

const material = z.strictObject({ code, name: text, grade: z.enum(['A', 'B', 'C', 'D']) });

/** What its department asks of another service about the applicant: what, what for, and by what right. */
const share = z.strictObject({
  from: code,
  /** Which of its questions: means or birth-entry of residents, of a department those of its contract. */
  question: code.default('means'),
  what: text,
  purpose: text,
  /** consent: only with the applicant's; duty: by law, and the applicant is told. */
  basis: z.enum(['consent', 'duty']),
  law: text,
  /** Of these words: changed words are a new version, to be agreed to anew. */
  version: z.string().regex(/^[\w.-]{1,32}$/),
  /** The material that says the same on paper. */
  material: code.optional(),
});

const item = z.strictObject({
  code,
  version,
  /** Can be applied for by itself 单办, not only within a package. */
  alone: z.boolean().default(false),
  /** Whom it can be about: whoever it is for applies, or somebody for them. */
  about: z.array(subjectKind).min(1).default(['self']),
  /** Who can apply for it. */
  applicants: z.array(applicantKind).min(1).default(['person']),
  age: ageLimit.optional(),
  registered: registered.optional(),
  /** What it grants is paid again and again, to whom: granted once to each person or household at a time. */
  recurring: z.enum(['person', 'household']).optional(),
  name: text,
  description: text,
  area: z.enum(AREAS),
  synonyms,
  whoCanApply: text,
  legalBasis: z.array(text).min(1),
  /** Working days 工作日. Either this or the next: as the law says it. */
  statutoryDays: days.optional(),
  /** Calendar days 日. */
  statutoryCalendarDays: days.optional(),
  /** Working days. */
  promisedDays: days,
  feeCents: z.number().int().min(0),
  decidedBy,
  /** Asked for until all of them are there. */
  materials: z.array(material).default([]),
  /** What its rule looks at: asked for while a required one is absent, or one that is there has another shape. */
  answers: z.array(field).default([]),
  shares: z.array(share).default([]),
  /** Told to whoever may have it 主动告知, after a department has said this of them; nothing begins by itself. */
  offered: z
    .strictObject({
      /** The message that says it, of a person by `resident_id`: social_welfare.v1.DisabilityCertified. */
      after: z.string().regex(/^[a-z_]+\.v1\.[A-Z][A-Za-z]+$/),
      because: text,
      law: text,
    })
    .optional(),
  conditions: z.array(z.strictObject({ when: condition, means: text })).default([]),
  /** What it says with its decision, for later steps to look at; `required`: with every grant. */
  facts: z.array(fact).default([]),
  /** What an officer writes down of what they found. */
  findings: z.array(field).default([]),
});

/** A reason officers choose; it travels as its code, which cannot name a person. */
const reason = z.strictObject({
  code,
  label: text,
  uses: z.array(z.enum(['grant', 'refuse', 'pause', 'extend'])).min(1),
});

/** What a department's rules say of a case, with places for facts in braces: "{line}". */
const ground = z.strictObject({ code, rule: text, text });

/** Money an officer grants above the line needs a second person's approval. A row already used is never edited. */
const approvalLine = z.strictObject({
  /** First day of validity, in Asia/Shanghai. */
  from: z.iso.date(),
  /** "demo-…" while the city's own line is not known. */
  version: z.string().regex(/^[\w.-]{1,32}$/),
  aboveCents: z.number().int().min(0),
});

/** How its writs 文书 are headed and signed, from a day on. A row already used is never edited: what was issued keeps its letterhead. */
const letterhead = z.strictObject({
  /** First day of validity, in Asia/Shanghai. */
  from: z.iso.date(),
  /** "demo-…" while the department's own is not known. */
  version: z.string().regex(/^[\w.-]{1,32}$/),
  /** Its full name, at the head. */
  organ: text,
  /** The short name that the numbers of its writs begin with 发文字号. */
  short: z.string().regex(/^\p{Script=Han}{1,8}$/u),
  /** Where the seal stands: the name as the seal has it. */
  sealLine: text,
  address: text,
  /** Who hears an application for administrative reconsideration 行政复议, and which court a lawsuit. */
  reconsideration: text,
  court: text,
  /** Whether its decisions are licences: 行政许可法 then binds each of its acts. */
  licenses: z.boolean().default(false),
});

/** How the local stack plays an item of a body that has no service here; a city's own does not read it. */
const play = z.strictObject({
  item: code,
  /** From the request to the decision. */
  afterSeconds: z.number().min(0).max(3600),
  /** Said with a grant; "{number}" stands for the application's. */
  facts: z.record(name, z.union([z.string(), z.number(), z.boolean()])).default({}),
  /** The answer by which a demonstration or a test asks for a refusal. */
  refused: z.strictObject({ answer: name, is: z.union([z.string(), z.boolean()]), reason: code }).optional(),
});
export type Play = z.infer<typeof play>;

/** One file a department: who it is, on which topic it speaks, and its items 事项. */
export const departmentFile = z.strictObject({
  department: code,
  topic,
  name: text,
  /** Where to complain about it. */
  complaints: text,
  reasons: z.array(reason).default([]),
  grounds: z.array(ground).default([]),
  words: z.array(word).default([]),
  /** Of its officers, at people's data. */
  looks: looks.default(usualLooks),
  /** Without one, one person grants whatever the rule does. */
  secondPerson: z.array(approvalLine).default([]),
  /** Without one, writs are headed by its name. */
  letterheads: z.array(letterhead).default([]),
  /** Of a body that has no service here, an outside department: what it is, for who reads of its topic, and how it is played. */
  outside: z.strictObject({ summary: z.string().min(1), plays: z.array(play).min(1) }).optional(),
  items: z.array(item),
});

export type DepartmentFile = z.infer<typeof departmentFile>;
export type Letterhead = DepartmentFile['letterheads'][number];
export type ItemEntry = DepartmentFile['items'][number];
