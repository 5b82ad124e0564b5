# One file for every service, amd64 and arm64:
#
#   docker build --build-arg SERVICE=permits --tag lianban/permits .
#
# SERVICE is the name of a service; `host` is the process of all services; `ops` is the operators' program with the topics job and the
# canary of `helm test`.
# The first stage is the same for all, so all images cost one build. scripts/images builds them all.
#
# BASE is a tag here, because a digest belongs to one registry and one day: whoever builds for a city pins it, as
# node:24-bookworm-slim@sha256:…; scripts/supply says how, and --strict fails without.
ARG BASE=node:24-bookworm-slim

FROM ${BASE} AS build
# For a site whose proxy uses a certificate authority of its own: the path of its certificate, mounted into the build.
ARG NODE_EXTRA_CA_CERTS=""
WORKDIR /src
COPY . .
# The next stage copies the whole folder, so what only the compiler needed is removed.
RUN npm ci --no-audit --no-fund && npm run build && find . -name node_modules -prune -exec rm -rf {} +

FROM ${BASE} AS packed
ARG SERVICE
ARG NODE_EXTRA_CA_CERTS=""
WORKDIR /app
# Whoever prints documents in Chinese needs one font of this package (20 MB, SIL Open Font Licence); its licence goes with it.
RUN case "$SERVICE" in gateway | host) \
      apt-get update && apt-get install --yes --no-install-recommends fonts-noto-cjk && mkdir fonts \
      && cp /usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc /usr/share/doc/fonts-noto-cjk/copyright fonts/ ;; esac
COPY --from=build /src /src
# Only what the service runs: production packages of it and of the workspaces it uses, compiled code, and the files its
# package.json lists: pages, the catalogues of all departments.
RUN parts=$(cd /src && node infra/image-parts.js "$SERVICE") \
  && own=$(echo "$parts" | tail -1) \
  && cp /src/.npmrc . && node /src/infra/image-packages.js /app \
  && npm ci --omit=dev --ignore-scripts --no-audit --no-fund $(for part in $parts; do echo "--workspace=$part"; done) \
  && for part in $parts; do \
       (cd "/src/$part" && find . -maxdepth 1 -mindepth 1 ! -name node_modules ! -name src ! -name test ! -name gen \
         ! -name '*.tsbuildinfo' -exec cp -r {} "/app/$part/" \;); \
     done \
  && for part in $parts; do \
       (cd "/src/$part" \
         && realpath --relative-to=/src package.json $(node -p '(require("./package.json").lianban?.reads ?? []).join(" ")')) \
       | (cd /src && xargs cp -r --parents -t /app); \
     done \
  && find . -name '*.d.ts' -delete && find . -name '*.map' -delete \
  && find node_modules/@lianban -xtype l -delete \
  && ln -s "$own" service && rm package-lock.json .npmrc \
  && ls "service/dist/$(case "$SERVICE" in ops) echo cli ;; host) echo host ;; *) echo main ;; esac).js"

FROM ${BASE}
ARG SERVICE
LABEL org.opencontainers.image.title="lianban/${SERVICE}" org.opencontainers.image.licenses="Apache-2.0"
ENV NODE_ENV=production NODE_OPTIONS="--max-semi-space-size=8 --max-old-space-size=256"
WORKDIR /app
COPY --from=packed --chown=0:0 /app /app
USER 10001:10001
# Node is process 1, without a shell, so that SIGTERM reaches it.
ENTRYPOINT ["node"]
CMD ["service/dist/main.js"]
