{{/* What every pod of this chart is allowed to be: the restricted pod security standard. */}}
{{- define "lianban.podSecurity" -}}
runAsNonRoot: true
runAsUser: 10001
runAsGroup: 10001
fsGroup: 10001
seccompProfile:
  type: RuntimeDefault
{{- end -}}

{{- define "lianban.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities:
  drop: [ALL]
{{- end -}}

{{- define "lianban.pullSecrets" -}}
{{- with .Values.image.pullSecrets }}
imagePullSecrets:
  {{- range . }}
  - name: {{ . }}
  {{- end }}
{{- end }}
{{- end -}}

{{/* How to reach and be known to Kafka, for services and jobs alike; with the name of who asks. */}}
{{- define "lianban.kafkaEnv" -}}
{{- $kafka := .root.Values.kafka -}}
- name: KAFKA_BROKERS
  value: {{ join "," $kafka.brokers | quote }}
{{- with $kafka.topicPrefix }}
- name: KAFKA_TOPIC_PREFIX
  value: {{ . | quote }}
{{- end }}
{{- if $kafka.tls.enabled }}
- name: KAFKA_TLS
  value: 'true'
{{- if $kafka.tls.caSecret }}
- name: KAFKA_CA_FILE
  value: /etc/lianban/kafka-ca/{{ $kafka.tls.caKey }}
{{- end }}
{{- if $kafka.tls.clientSecret }}
- name: KAFKA_CERT_FILE
  value: /etc/lianban/kafka-client/tls.crt
- name: KAFKA_KEY_FILE
  value: /etc/lianban/kafka-client/tls.key
{{- end }}
{{- end }}
{{- if $kafka.sasl.mechanism }}
{{- $user := include "lianban.name" . }}
- name: KAFKA_SASL_MECHANISM
  value: {{ $kafka.sasl.mechanism | quote }}
{{- if $kafka.sasl.existingSecret }}
- name: KAFKA_SASL_USERNAME
  valueFrom:
    secretKeyRef: { name: {{ $kafka.sasl.existingSecret }}, key: {{ $kafka.sasl.usernameKey }} }
{{- else }}
- name: KAFKA_SASL_USERNAME
  value: {{ $user | quote }}
{{- end }}
- name: KAFKA_SASL_PASSWORD
  valueFrom:
    secretKeyRef: { name: {{ $kafka.sasl.existingSecret | default $user }}, key: {{ $kafka.sasl.passwordKey }} }
{{- end }}
{{- end -}}

{{- define "lianban.kafkaMounts" -}}
{{- if and .Values.kafka.tls.enabled .Values.kafka.tls.caSecret }}
- name: kafka-ca
  mountPath: /etc/lianban/kafka-ca
  readOnly: true
{{- end }}
{{- if and .Values.kafka.tls.enabled .Values.kafka.tls.clientSecret }}
- name: kafka-client
  mountPath: /etc/lianban/kafka-client
  readOnly: true
{{- end }}
{{- end -}}

{{- define "lianban.kafkaVolumes" -}}
{{- if and .Values.kafka.tls.enabled .Values.kafka.tls.caSecret }}
- name: kafka-ca
  secret:
    secretName: {{ .Values.kafka.tls.caSecret }}
{{- end }}
{{- if and .Values.kafka.tls.enabled .Values.kafka.tls.clientSecret }}
- name: kafka-client
  secret: { secretName: {{ .Values.kafka.tls.clientSecret }}, defaultMode: 0440 }
{{- end }}
{{- end -}}

{{/* Whether this workload seals what departments are asked: it then has the keys of each for which it does. */}}
{{- define "lianban.sealsRequests" -}}
{{- if and .root.Values.requestKeys.sealedFor (or (eq .name "applications") .root.Values.together.enabled) -}}yes{{- end -}}
{{- end -}}

{{/* The environment of one service. Plain settings may use template expressions. */}}
{{- define "lianban.env" -}}
{{- $v := .root.Values -}}
{{- $s := .service -}}
- name: LIANBAN_ENV
  value: production
{{- if $v.production }}
- name: REQUIRE_TLS
  value: 'true'
{{- else }}
{{- /* A service says at its start which of these it makes use of. */}}
{{- if $s.stores }}
{{- if not (and $v.kafka.tls.enabled (or $v.kafka.sasl.mechanism $v.kafka.tls.clientSecret)) }}
- name: ALLOW_PLAIN_KAFKA
  value: 'true'
{{- end }}
{{- /* Only the Secret knows how the database is reached. */}}
- name: ALLOW_PLAIN_MONGO
  value: 'true'
{{- end }}
{{- if not $v.grpcTls.enabled }}
- name: ALLOW_PLAIN_GRPC
  value: 'true'
{{- end }}
{{- end }}
{{- if eq $s.kind "grpc" }}
- name: PERSON_TOKEN_JWKS
  valueFrom:
    secretKeyRef: { name: {{ $v.personTokens.jwksSecret }}, key: {{ $v.personTokens.jwksKey }} }
{{- if $v.personTokens.allowUnproven }}
- name: ALLOW_UNPROVEN_PERSONS
  value: 'true'
{{- end }}
{{- end }}
- name: BIND
  value: 0.0.0.0
- name: HEALTH_PORT
  value: {{ include "lianban.podPort" (merge (dict "of" "health") .) | quote }}
- name: {{ ternary "HTTP_PORT" "GRPC_PORT" (eq $s.kind "http") }}
  value: {{ include "lianban.podPort" (merge (dict "of" "answers") .) | quote }}
{{- with include "lianban.peers" . }}
- name: SERVICE_ADDRESSES
  value: {{ . | quote }}
{{- end }}
{{- if $s.exposed }}
- name: DEPARTMENTS
  value: {{ include "lianban.departments" . | quote }}
{{- end }}
{{- if include "lianban.hasCertificate" . }}
- name: GRPC_CA_FILE
  value: /etc/lianban/grpc/ca.crt
- name: GRPC_CERT_FILE
  value: /etc/lianban/grpc/tls.crt
- name: GRPC_KEY_FILE
  value: /etc/lianban/grpc/tls.key
- name: GRPC_TRUST_DOMAIN
  value: {{ $v.grpcTls.trustDomain | quote }}
{{- end }}
{{- if $s.stores }}
{{ include "lianban.kafkaEnv" . }}
- name: MONGO_URL
  valueFrom:
    secretKeyRef: { name: {{ $s.mongoSecret | default $v.mongo.existingSecret }}, key: {{ $v.mongo.urlKey }} }
{{- with $v.mongo.dbPrefix }}
- name: MONGO_DB_PREFIX
  value: {{ . | quote }}
{{- end }}
{{- with $s.dataKeysSecret | default $v.dataKeys.existingSecret }}
- name: DATA_KEYS
  valueFrom:
    secretKeyRef: { name: {{ . }}, key: {{ $v.dataKeys.key }} }
{{- end }}
- name: DATA_SEALING
  value: {{ ternary "on" "off" $v.dataKeys.sealing | quote }}
{{- end }}
{{- if eq .name "applications" }}
- name: REQUESTS_SAID_ON
  value: {{ $v.requestTopics.said }}
{{- end }}
{{- if include "lianban.isAsked" $s }}
- name: REQUESTS_HEARD_ON
  value: {{ $v.requestTopics.heard }}
{{- end }}
{{- with $s.requestKeysSecret }}
- name: REQUEST_KEYS
  valueFrom:
    secretKeyRef: { name: {{ . }}, key: {{ $v.requestKeys.key }} }
{{- end }}
{{- if and (eq .name "applications") $v.requestKeys.sealedFor }}
- name: REQUEST_KEYS_FOLDER
  value: /etc/lianban/request-keys
{{- end }}
- name: STOP_GRACE_MS
  value: {{ mul (int $s.stopSeconds) 1000 | quote }}
- name: LOG_LEVEL
  value: {{ $s.logLevel | quote }}
- name: NODE_OPTIONS
  value: {{ $s.nodeOptions | quote }}
{{- $endpoint := $v.telemetry.otlpEndpoint }}
{{- if and (not $endpoint) $v.collector.enabled }}
{{- $endpoint = printf "http://%s:4318" (include "lianban.name" (dict "root" .root "name" "collector")) }}
{{- end }}
{{- with $endpoint }}
- name: OTEL_EXPORTER_OTLP_ENDPOINT
  value: {{ . | quote }}
- name: OTEL_TRACES_SAMPLER_ARG
  value: {{ $v.telemetry.tracesKept | quote }}
{{- end }}
- name: OTEL_METRICS_EXPORTER
  value: {{ $v.telemetry.metrics | quote }}
{{- range $name, $value := $s.settings }}
- name: {{ $name }}
  value: {{ tpl (toString $value) $.root | quote }}
{{- end }}
{{- range $name, $from := $s.secretSettings }}
{{- if $from.secret }}
- name: {{ $name }}
  valueFrom:
    secretKeyRef: { name: {{ $from.secret }}, key: {{ $from.key }} }
{{- end }}
{{- end }}
{{- end -}}
