// What a Service is to its callers: one address, and behind it whichever copies are ready. Connections stay where they are.
const { connect, createServer } = require('node:net');

function openService(port) {
  const copies = new Set();
  const open = new Set();
  const server = createServer((caller) => {
    const all = [...copies];
    const to = all[Math.floor(Math.random() * all.length)];
    if (to === undefined) return caller.resetAndDestroy();
    const callee = connect(to, '127.0.0.1');
    for (const [one, other] of [
      [caller, callee],
      [callee, caller],
    ]) {
      open.add(one);
      one.setNoDelay();
      one.pipe(other);
      one.on('error', () => other.resetAndDestroy());
      one.on('close', () => open.delete(one));
    }
  });
  server.listen(port, '127.0.0.1');
  return {
    add: (copy) => copies.add(copy),
    remove: (copy) => copies.delete(copy),
    close: () => {
      server.close();
      for (const socket of open) socket.destroy();
    },
  };
}

module.exports = { openService };
