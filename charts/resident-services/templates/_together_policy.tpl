{{/* Who may reach the one process of all services, and whom it reaches. Between the services there is no network. */}}
{{- define "lianban.hostPolicy" }}
{{- $root := .root }}
{{- $services := .services }}
{{- $np := $root.Values.networkPolicy }}
{{- $this := dict "root" $root "name" "host" }}
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: {{ include "lianban.name" $this }}
  labels: {{- include "lianban.labels" (merge (dict "component" "policy") $this) | nindent 4 }}
spec:
  podSelector:
    matchLabels: {{- include "lianban.selector" $this | nindent 6 }}
  policyTypes: [Ingress, Egress]
  ingress:
    {{- range $name, $s := $services }}
    {{- $answers := include "lianban.podPort" (dict "root" $root "services" $services "name" $name "of" "answers") }}
    {{- if $s.exposed }}
    - ports: [{ port: {{ $answers }} }]
      {{- with $np.gatewayFrom }}
      from: {{- toYaml . | nindent 8 }}
      {{- end }}
    {{- end }}
    {{- if and (eq $name "gateway") $root.Values.canary.tokenSecret $np.gatewayFrom }}
    - ports: [{ port: {{ $answers }} }]
      from:
        - podSelector:
            matchLabels: {{- include "lianban.selector" (dict "root" $root "name" "canary") | nindent 14 }}
    {{- end }}
    {{- end }}
    - ports:
        {{- range $name, $_ := $services }}
        - port: {{ include "lianban.podPort" (dict "root" $root "services" $services "name" $name "of" "health") }}
        {{- end }}
      from: {{- toYaml $np.metricsFrom | nindent 8 }}
  egress:
    {{- include "lianban.egressDns" $root | nindent 4 }}
    {{- include "lianban.egressKafka" $root | nindent 4 }}
    - ports: {{- include "lianban.portList" $np.mongoPorts | trim | nindent 8 }}
      {{- with $np.mongoTo }}
      to: {{- toYaml . | nindent 8 }}
      {{- end }}
    {{- with include "lianban.egressTelemetry" $root }}
    {{- . | trim | nindent 4 }}
    {{- end }}
    {{- range $s := $services }}
    {{- with $s.egress }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
    {{- end }}
{{- end }}
