{{- $c := .Values.collector -}}
# What a service sends by OTLP. Nothing personal is sent to begin with; whatever slips in is taken out here, before it is
# stored anywhere.
receivers:
  otlp:
    protocols:
      http: { endpoint: '0.0.0.0:4318' }
processors:
  memory_limiter: { check_interval: 1s, limit_percentage: 75, spike_limit_percentage: 20 }
{{- if $c.kubernetesAttributes }}
  # Which pod, of which Deployment, on which node: looked up by the address it came from, so before anything is batched.
  k8s_attributes:
    filter: { namespace: {{ .Release.Namespace }} }
    extract:
      metadata: [k8s.namespace.name, k8s.deployment.name, k8s.pod.name, k8s.pod.start_time, k8s.node.name]
      deployment_name_from_replicaset: true
    pod_association: [{ sources: [{ from: connection }] }]
{{- end }}
  # Values that look like an ID number, a mobile number or a token, in whatever attribute.
  redaction/personal:
    allow_all_keys: true
    blocked_values:
      - '[1-9][0-9]{5}(19|20)[0-9]{9}[0-9Xx]'
      - '(\+?86[- ]?)?1[3-9][0-9][- ]?[0-9]{4}[- ]?[0-9]{4}'
      - 'eyJ[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*'
    summary: info
  # Fields that may hold a person, by name.
  attributes/personal:
    actions:
      - { key: name, action: delete }
      - { key: id_number, action: delete }
      - { key: phone, action: delete }
      - { key: address, action: delete }
      - { key: http.request.header.authorization, action: delete }
      - { key: http.request.header.cookie, action: delete }
      - { key: client.address, action: delete }
      - { key: url.query, action: delete }
  # All that failed or was slow, and a part of the rest.
  tail_sampling:
    decision_wait: 20s
    num_traces: 50000
    policies:
      - { name: failed, type: status_code, status_code: { status_codes: [ERROR] } }
      - { name: slow, type: latency, latency: { threshold_ms: 2000 } }
      - { name: some, type: probabilistic, probabilistic: { sampling_percentage: 20 } }
{{- if $c.metricsTo }}
  # Named and labelled as where they are scraped: who stores them adds a unit to a name that has one, and tells the copies of
  # a service apart by what the monitors of the chart would have said.
  transform/metrics:
    metric_statements:
      - set(metric.unit, "")
      - set(datapoint.attributes["app_kubernetes_io_name"], resource.attributes["service.name"])
      - set(datapoint.attributes["app_kubernetes_io_part_of"], resource.attributes["service.namespace"])
      - set(datapoint.attributes["namespace"], {{ .Release.Namespace | quote }})
      - set(datapoint.attributes["pod"], resource.attributes["host.name"])
{{- end }}
  batch: { send_batch_size: 1024, timeout: 2s }
exporters:
  otlp_grpc/traces:
    endpoint: {{ $c.tracesTo }}
    tls: {{- include "lianban.collectorTls" (dict "root" . "insecure" $c.tls.insecure) | nindent 6 }}
{{- if $c.metricsTo }}
  otlp_http/metrics:
    endpoint: {{ $c.metricsTo }}
    tls: {{- include "lianban.collectorTls" (dict "root" . "insecure" (hasPrefix "http://" $c.metricsTo)) | nindent 6 }}
{{- end }}
extensions:
  health_check: { endpoint: '0.0.0.0:13133' }
service:
  extensions: [health_check]
  telemetry:
    metrics:
      readers: [{ pull: { exporter: { prometheus: { host: 0.0.0.0, port: 8888 } } } }]
{{- $first := ternary (list "memory_limiter" "k8s_attributes") (list "memory_limiter") $c.kubernetesAttributes }}
{{- $first = concat $first (list "attributes/personal" "redaction/personal") }}
  pipelines:
    traces:
      receivers: [otlp]
      processors: [{{ join ", " $first }}, tail_sampling, batch]
      exporters: [otlp_grpc/traces]
{{- if $c.metricsTo }}
    metrics:
      receivers: [otlp]
      processors: [{{ join ", " $first }}, transform/metrics, batch]
      exporters: [otlp_http/metrics]
{{- end }}
