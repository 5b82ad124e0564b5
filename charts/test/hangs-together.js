// Holds that a rendered release hangs together: every name, label and port that one resource uses is another one's, and no
// resource is there twice. Schemas cannot see that, and an API server takes it without a word.
//
//   hangs-together.js FILE
const { readFileSync } = require('node:fs');
const { parseAllDocuments } = require('yaml');

const all = parseAllDocuments(readFileSync(process.argv[2], 'utf8')).flatMap((document) => document.toJS() ?? []);
const wrong = [];
const idOf = ({ kind, metadata }) => `${kind}/${metadata.name}`;
const ids = all.map(idOf);
const of = (kind) => all.filter((each) => each.kind === kind);
const mustBe = (id, whose) => ids.includes(id) || wrong.push(`${whose} refers to ${id}, which is not rendered`);

const pods = all.flatMap((each) => {
  if (each.kind === 'Pod') return [{ id: idOf(each), labels: each.metadata.labels, spec: each.spec }];
  const { template } = ['Deployment', 'Job'].includes(each.kind) ? each.spec : {};
  return template ? [{ id: idOf(each), labels: template.metadata.labels, spec: template.spec }] : [];
});
/** The pods that carry `labels`, of which there must be one. */
function chosen(labels, whose) {
  const found = pods.filter((pod) => Object.entries(labels).every(([key, value]) => pod.labels[key] === value));
  if (found.length === 0) wrong.push(`${whose} chooses pods by ${JSON.stringify(labels)}, and no pod has these labels`);
  return found;
}
/** A port by its number, or by its name: what comes to it must be heard by a container. */
const hears = ({ spec }, port) =>
  spec.containers.some(({ ports = [] }) =>
    ports.some(({ name, containerPort }) => [name, containerPort].includes(port)),
  );

for (const id of new Set(ids.filter((id, at) => ids.indexOf(id) !== at)))
  wrong.push(`${id} is rendered more than once`);

for (const pod of pods) {
  const { id, spec } = pod;
  if (spec.serviceAccountName) mustBe(`ServiceAccount/${spec.serviceAccountName}`, id);
  for (const { configMap } of spec.volumes ?? []) if (configMap) mustBe(`ConfigMap/${configMap.name}`, id);
  const told = spec.containers.flatMap(({ env = [] }) => env.map(({ value }) => String(value)));
  for (const [, port] of told.join().matchAll(/127\.0\.0\.1:(\d+)/g))
    if (!hears(pod, Number(port))) wrong.push(`${id} is told 127.0.0.1:${port}, and has no such port`);
  for (const [, host, port] of told.join().matchAll(/([\w-]+)\.lianban\.svc[\w.]*:(\d+)/g)) {
    mustBe(`Service/${host}`, id);
    const service = of('Service').find(({ metadata }) => metadata.name === host);
    if (service && !service.spec.ports.some((each) => each.port === Number(port)))
      wrong.push(`${id} is told ${host}:${port}, and Service/${host} has no such port`);
  }
}

for (const service of of('Service'))
  for (const pod of chosen(service.spec.selector, idOf(service)))
    for (const { port, targetPort = port } of service.spec.ports)
      if (!hears(pod, targetPort))
        wrong.push(`${idOf(service)} leads to port ${targetPort} of ${pod.id}, which has none`);

for (const budget of of('PodDisruptionBudget')) chosen(budget.spec.selector.matchLabels, idOf(budget));
for (const policy of of('NetworkPolicy')) {
  const { podSelector, ingress = [], egress = [] } = policy.spec;
  const itself = chosen(podSelector.matchLabels, idOf(policy));
  for (const { ports = [] } of ingress)
    for (const { port } of ports)
      if (!itself.some((pod) => hears(pod, port))) wrong.push(`${idOf(policy)} opens port ${port}, which no pod has`);
  for (const peer of [...ingress.flatMap(({ from = [] }) => from), ...egress.flatMap(({ to = [] }) => to)])
    if (peer.podSelector?.matchLabels && !peer.namespaceSelector) chosen(peer.podSelector.matchLabels, idOf(policy));
}
for (const scaler of [...of('HorizontalPodAutoscaler'), ...of('ScaledObject')])
  mustBe(`${scaler.spec.scaleTargetRef.kind ?? 'Deployment'}/${scaler.spec.scaleTargetRef.name}`, idOf(scaler));
for (const route of of('HTTPRoute'))
  for (const { name } of route.spec.rules.flatMap(({ backendRefs }) => backendRefs))
    mustBe(`Service/${name}`, idOf(route));

if (pods.length === 0) wrong.push('no pod is rendered');
if (wrong.length > 0) {
  console.error(wrong.join('\n'));
  process.exit(1);
}
