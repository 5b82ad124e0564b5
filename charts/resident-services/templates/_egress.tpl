{{- define "lianban.portList" -}}
{{- range . }}
- { protocol: TCP, port: {{ int . }} }
{{- end }}
{{- end -}}

{{- define "lianban.egressDns" -}}
- ports:
    - { protocol: UDP, port: 53 }
    - { protocol: TCP, port: 53 }
{{- end -}}

{{/* To the brokers, wherever they are, on the ports they are named with and those given beside. */}}
{{- define "lianban.egressKafka" -}}
{{- $ports := list -}}
{{- range .Values.kafka.brokers }}{{ $ports = append $ports (regexFind "[0-9]+$" .) }}{{ end -}}
- ports: {{- include "lianban.portList" (concat $ports .Values.networkPolicy.kafkaPorts | uniq) | trim | nindent 4 }}
  {{- with .Values.networkPolicy.kafkaTo }}
  to: {{- toYaml . | nindent 4 }}
  {{- end }}
{{- end -}}

{{/* The port of a host:port or of a URL. */}}
{{- define "lianban.portOf" -}}
{{- $host := regexReplaceAll "^https?://([^/]*).*$" . "${1}" -}}
{{- regexFind "[0-9]+$" (regexFind ":[0-9]+$" $host) | default (hasPrefix "https://" . | ternary "443" "80") -}}
{{- end -}}

{{- define "lianban.egressTelemetry" -}}
{{- if .Values.collector.enabled -}}
- ports: [{ port: 4318 }]
  to:
    - podSelector:
        matchLabels: {{- include "lianban.selector" (dict "root" . "name" "collector") | nindent 10 }}
{{- else if .Values.telemetry.otlpEndpoint -}}
{{- $ports := list (include "lianban.portOf" .Values.telemetry.otlpEndpoint | int) -}}
{{- range .Values.networkPolicy.telemetryPorts }}{{ $ports = append $ports (int .) }}{{ end -}}
- ports: {{- include "lianban.portList" ($ports | uniq) | trim | nindent 4 }}
{{- end }}
{{- end -}}

{{/* Of the collector: to where it passes things on, and to the Kubernetes API where it asks that for pods. */}}
{{- define "lianban.egressCollector" -}}
{{- $c := .Values.collector -}}
{{- $ports := list -}}
{{- range $to := list $c.tracesTo $c.metricsTo -}}
{{- if $to }}{{ $ports = append $ports (include "lianban.portOf" $to | int) }}{{ end -}}
{{- end -}}
{{- range .Values.networkPolicy.telemetryPorts }}{{ $ports = append $ports (int .) }}{{ end -}}
- ports: {{- include "lianban.portList" ($ports | uniq) | trim | nindent 4 }}
{{- if $c.kubernetesAttributes }}
- ports: {{- include "lianban.portList" .Values.networkPolicy.apiPorts | trim | nindent 4 }}
{{- end }}
{{- end -}}
