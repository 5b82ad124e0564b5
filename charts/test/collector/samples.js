// What services send, with what should never be in it.
const personal = {
  phone: '13800138000',
  inText: '+86 139-0013-9000',
  id: '11010519491231002X',
  token: 'eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJyIn0.c2lnbmF0dXJl',
  address: 'Chaoyang Gate 1',
};
const text = (key, stringValue) => ({ key, value: { stringValue } });

const resource = (copy) => ({
  attributes: [
    text('service.name', 'permits'),
    text('service.namespace', 'lianban'),
    text('service.instance.id', `${copy}/1`),
    text('host.name', copy),
  ],
});

/** Two spans, each a trace of its own: one that failed at once, one that took three seconds. */
function traces() {
  const now = BigInt(Date.now()) * 1_000_000n;
  const span = (traceId, name, nanoseconds, code) => ({
    traceId,
    spanId: traceId.slice(16),
    name,
    kind: 2,
    startTimeUnixNano: String(now - nanoseconds),
    endTimeUnixNano: String(now),
    status: { code },
    attributes: [
      text('rpc.system', 'grpc'),
      text('note', `call ${personal.inText}`),
      text('key', personal.id),
      text('header', personal.token),
      text('phone', personal.phone),
      text('address', personal.address),
      text('url.query', `q=${personal.phone}`),
    ],
  });
  const spans = [span('0af7651916cd43dd8448eb211c80319c', 'failed', 5_000_000n, 2)];
  spans.push(span('1bf7651916cd43dd8448eb211c80319d', 'slow', 3_000_000_000n, 1));
  return { resourceSpans: [{ resource: resource('lianban-permits-a'), scopeSpans: [{ spans }] }] };
}

/** One counter of two copies of a service. */
function metrics() {
  const now = String(BigInt(Date.now()) * 1_000_000n);
  const dataPoints = [
    { asInt: '7', startTimeUnixNano: now, timeUnixNano: now, attributes: [text('topic', personal.phone)] },
  ];
  const sum = { aggregationTemporality: 2, isMonotonic: true, dataPoints };
  const scopeMetrics = [{ metrics: [{ name: 'lianban.consume.records', unit: '{record}', sum }] }];
  return {
    resourceMetrics: ['a', 'b'].map((copy) => ({ resource: resource(`lianban-permits-${copy}`), scopeMetrics })),
  };
}

module.exports = { personal, traces, metrics };
