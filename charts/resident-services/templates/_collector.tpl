{{/* How the collector reaches one of its destinations: over TLS, unless `insecure`. */}}
{{- define "lianban.collectorTls" -}}
{{- $tls := .root.Values.collector.tls -}}
{{- if .insecure -}}
insecure: true
{{- else -}}
insecure: false
{{- if $tls.caSecret }}
ca_file: /etc/collector-ca/{{ $tls.caKey }}
{{- end }}
{{- if $tls.clientSecret }}
cert_file: /etc/collector-client/tls.crt
key_file: /etc/collector-client/tls.key
{{- end }}
# Certificates are renewed while it runs.
reload_interval: 1h
{{- end }}
{{- end -}}

{{- define "lianban.collectorVolumes" -}}
{{- with .Values.collector.tls -}}
{{- if .caSecret }}
- name: collector-ca
  secret: { secretName: {{ .caSecret }} }
{{- end }}
{{- if .clientSecret }}
- name: collector-client
  secret: { secretName: {{ .clientSecret }}, defaultMode: 0440 }
{{- end }}
{{- end }}
{{- end -}}
