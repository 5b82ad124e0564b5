{{/* Where traces and metrics go. Gives the sentences about what is wrong as a list in JSON: empty when nothing is. */}}
{{- define "lianban.telemetryConstraints" -}}
{{- $wrong := list -}}
{{- $v := .Values -}}
{{- $c := $v.collector -}}
{{- $isSent := contains "otlp" $v.telemetry.metrics -}}
{{- if and $isSent (not $c.enabled) (not $v.telemetry.otlpEndpoint) -}}
{{- $wrong = append $wrong (printf "telemetry.metrics is %s, and there is nobody to send them to: set telemetry.otlpEndpoint, or collector.enabled and collector.metricsTo" $v.telemetry.metrics) -}}
{{- end -}}
{{- if and $v.monitoring.serviceMonitors.enabled (not (contains "prometheus" $v.telemetry.metrics)) -}}
{{- $wrong = append $wrong (printf "monitoring.serviceMonitors.enabled is true while telemetry.metrics is %s: services would answer nothing to Prometheus, and each be reported absent" $v.telemetry.metrics) -}}
{{- end -}}
{{- if $c.enabled -}}
{{- if $v.telemetry.otlpEndpoint -}}
{{- $wrong = append $wrong "telemetry.otlpEndpoint and collector.enabled are both given: services send to one collector, choose which" -}}
{{- end -}}
{{- if not $c.tracesTo -}}
{{- $wrong = append $wrong "collector.tracesTo is empty while collector.enabled is true: name the host:port traces go on to" -}}
{{- end -}}
{{- if and $isSent (not $c.metricsTo) -}}
{{- $wrong = append $wrong (printf "collector.metricsTo is empty while telemetry.metrics is %s: name the https://… metrics go on to" $v.telemetry.metrics) -}}
{{- end -}}
{{- if and $c.metricsTo (not $isSent) -}}
{{- $wrong = append $wrong (printf "collector.metricsTo is set while telemetry.metrics is %s: no service would send it any, name otlp there too" $v.telemetry.metrics) -}}
{{- end -}}
{{- if gt (int $c.replicas) 1 -}}
{{- $wrong = append $wrong (printf "collector.replicas is %d: it decides about whole traces, and each copy would see a part of one; run a collector of your own and set telemetry.otlpEndpoint" (int $c.replicas)) -}}
{{- end -}}
{{- $isOpen := and $c.tls.insecure (not (hasPrefix "https://" $c.metricsTo)) -}}
{{- range $name := list "caSecret" "clientSecret" -}}
{{- if and $isOpen (index $c.tls $name) -}}
{{- $wrong = append $wrong (printf "collector.tls.%s is set while collector.tls.insecure is true: a certificate is looked at over TLS only, keep one of them" $name) -}}
{{- end -}}
{{- end -}}
{{- if and $v.production $c.tls.insecure -}}
{{- $wrong = append $wrong "collector.tls.insecure is true while production is true: traces would leave in the clear, name the authority of where they go (collector.tls.caSecret)" -}}
{{- end -}}
{{- if and $v.production (hasPrefix "http://" $c.metricsTo) -}}
{{- $wrong = append $wrong (printf "collector.metricsTo is %s while production is true: metrics would leave in the clear" $c.metricsTo) -}}
{{- end -}}
{{- end -}}
{{- toJson $wrong -}}
{{- end -}}
