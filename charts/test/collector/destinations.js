/* global Buffer */
// Where a collector hands on to: a gRPC and an HTTP server over TLS that ask for a certificate and keep what they are sent.
const { once } = require('node:events');
const { createSecureServer } = require('node:http2');
const { createServer } = require('node:https');
const { gunzipSync } = require('node:zlib');

/** Listens on a free port of 127.0.0.1. @returns its port, the bodies that came, what failed in TLS, and how to close it */
async function listening(server, bodies) {
  const refusals = [];
  server.on('tlsClientError', (error) => refusals.push(error.message));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { port: server.address().port, bodies, refusals, close: () => server.close() };
}

/** Takes OTLP over gRPC: in each message a byte that says whether it is compressed, four for its length, then itself. */
function openGrpc(tls) {
  const bodies = [];
  const server = createSecureServer({ ...tls, requestCert: true, rejectUnauthorized: true });
  server.on('stream', (stream) => {
    const parts = [];
    stream.on('data', (part) => parts.push(part));
    stream.on('end', () => {
      const all = Buffer.concat(parts);
      bodies.push(all[0] === 1 ? gunzipSync(all.subarray(5)) : all.subarray(5));
      stream.respond({ ':status': 200, 'content-type': 'application/grpc' }, { waitForTrailers: true });
      stream.on('wantTrailers', () => stream.sendTrailers({ 'grpc-status': '0' }));
      stream.end(Buffer.alloc(5));
    });
  });
  return listening(server, bodies);
}

/** Takes OTLP over HTTP, at PATH only. */
function openHttp(tls, path) {
  const bodies = [];
  const server = createServer({ ...tls, requestCert: true, rejectUnauthorized: true }, (request, response) => {
    const parts = [];
    request.on('data', (part) => parts.push(part));
    request.on('end', () => {
      if (request.url === path) bodies.push(unpacked(request, Buffer.concat(parts)));
      response.writeHead(request.url === path ? 200 : 404).end();
    });
  });
  return listening(server, bodies);
}

const unpacked = ({ headers }, body) => (headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body);

module.exports = { openGrpc, openHttp };
