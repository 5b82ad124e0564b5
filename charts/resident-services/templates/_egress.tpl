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

{{- define "lianban.egressTelemetry" -}}
{{- if .Values.collector.enabled -}}
- ports: [{ port: 4318 }]
  to:
    - podSelector:
        matchLabels: {{- include "lianban.selector" (dict "root" . "name" "collector") | nindent 10 }}
{{- else if .Values.telemetry.otlpEndpoint -}}
- ports: {{- include "lianban.portList" .Values.networkPolicy.telemetryPorts | trim | nindent 4 }}
{{- end }}
{{- end -}}
