import { serviceKinds } from '@lianban/steps';
import { z } from 'zod';

const name = z.string().regex(/^[a-z][a-z0-9-]*$/, 'small letters, digits and dashes');
const topic = z.string().regex(/^[a-z][a-z0-9-]*\.v\d+$/, 'a service and a version, as in permits.v1');
const message = z
  .string()
  .regex(/^[a-z_]+\.v\d+\.[A-Z]\w+$/, 'the full name of a message, as in casework.v1.StepDecided');
const sentence = z.string().trim().min(1, 'is empty');

/** Something about a person that a service stores. */
const personalField = z.strictObject({
  /** As it is called in the code. */
  field: z.string().regex(/^\w+$/, 'a name of the code'),
  purpose: sentence,
  retention: sentence,
});

const common = {
  name,
  summary: sentence,
  /** Distance from the base port of the local stack: no two services have the same one. */
  port: z.int().min(1).max(99),
  /** Names of services, `departments` for each of them, `city` for each other service of that kind. */
  calls: z.array(name).default([]),
  /** Values of the chart for this service, copied into it as they stand. */
  chart: z.record(z.string(), z.unknown()).default({}),
};
const stored = { personalData: z.array(personalField).default([]) };

const department = z.strictObject({
  ...common,
  ...stored,
  kind: z.literal('department'),
  /** Topics, beside what every department hears. */
  hears: z.array(topic).default([]),
});
const city = z.strictObject({
  ...common,
  ...stored,
  kind: z.literal('city'),
  publishes: z.array(topic).default([]),
  /** On its topics, beside the messages of its own protobuf package. */
  announces: z.array(message).default([]),
  /** What it asks of each department and of each city service that performs steps, on a topic that only the addressee hears. */
  requests: z.strictObject({ departments: z.array(message), performers: z.array(message) }).optional(),
  /** Topics; `departments` for the topic of each, `performers` for that of each city service that performs steps. */
  hears: z.array(z.union([topic, z.enum(['departments', 'performers'])])).default([]),
  /** The kind of steps of applications that it performs. */
  performs: z.enum(serviceKinds).optional(),
  /** Whether it keeps read models: it then reads its own topics as well, with groups named after its own. */
  projections: z.boolean().default(false),
});
const edge = z.strictObject({
  ...common,
  kind: z.literal('edge'),
  /** Whether people and programs outside come in here. */
  exposed: z.boolean().default(false),
  /** Settings that hold the HTTP address of another service of the edge, by their name. */
  addresses: z.record(z.string(), name).default({}),
});

/** A manifest as it is written. */
export const manifestShape = z.discriminatedUnion('kind', [department, city, edge]);
export type Manifest = z.output<typeof manifestShape>;
export type PersonalField = z.output<typeof personalField>;

/** What being a department, or performing steps, means for every such service. */
export const impliedShape = z.strictObject({
  announces: z.array(message),
  personalData: z.array(personalField),
});
export type Implied = z.output<typeof impliedShape>;
