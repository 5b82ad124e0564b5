const text = (description: string) => ({ type: 'string', description });

/** Headers of every record: CloudEvents 1.0, binary content mode. */
export const cloudEventHeaders = {
  type: 'object',
  required: [
    ...['ce_specversion', 'ce_id', 'ce_type', 'ce_source', 'ce_subject', 'ce_time', 'ce_sequence'],
    ...['ce_correlationid', 'content-type'],
  ],
  properties: {
    ce_specversion: { const: '1.0' },
    ce_id: text('SERVICE/SUBJECT/SEQUENCE: the same whenever the record is sent again'),
    ce_type: text('full name of the protobuf message'),
    ce_source: { ...text('who says it'), pattern: '^lianban/[a-z][a-z0-9-]*$' },
    ce_subject: text('what it is about: an application, APPLICATION/STEP, a resident'),
    ce_time: { ...text('when it was decided'), format: 'date-time' },
    ce_sequence: { ...text('1, 2, 3 … of this source and subject, without a hole'), pattern: '^[1-9][0-9]*$' },
    ce_correlationid: text('the key: what belongs together'),
    ce_causationid: text('ce_id of the record it answers'),
    ce_department: text('the department or city service it is for, where it is for one'),
    ce_traceparent: text('W3C trace context'),
    traceparent: text('the same, for tools that look here'),
    'content-type': { const: 'application/protobuf' },
  },
} as const;
