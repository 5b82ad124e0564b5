{{/*
Every topic as name → partitions and retention: one a service that stores, and dead letters for each group that
consumes it; and one for each service that applications asks for steps. The list the topics job and the Strimzi resources are both made of.
*/}}
{{- define "lianban.topicList" -}}
{{- $t := .Values.topics -}}
{{- $services := include "lianban.services" . | fromYaml -}}
defaults:
  partitions: {{ int $t.partitions }}
  retention: {{ $t.retention }}
  deadLetterRetention: {{ $t.deadLetterRetention }}
topics:
  {{- range $name, $s := $services }}
  {{- if $s.stores }}
  {{- $topic := printf "%s.v1" $name }}
  {{- $readers := list }}
  {{- range $reader, $other := $services }}
  {{- if has $topic $other.consumes }}{{ $readers = append $readers $reader }}{{ end }}
  {{- end }}
  {{ $topic }}: { consumedBy: [{{ join ", " $readers }}]{{ if $s.projections }}, projectedBy: [{{ $name }}]{{ end }} }
  {{- end }}
  {{- range $topic := $s.consumes }}
  {{- if hasPrefix "applications.requests." $topic }}
  {{ $topic }}: { consumedBy: [{{ $name }}]{{ if dig "applications" "projections" false $services }}, projectedBy: [applications]{{ end }} }
  {{- end }}
  {{- end }}
  {{- end }}
{{- end -}}

{{- define "lianban.retentionMs" -}}
{{- mul (trimSuffix "d" . | int64) 86400000 -}}
{{- end -}}
