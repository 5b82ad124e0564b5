import Connection from 'kafkajs/src/network/connection';

const lengthBytes = 4;

/**
 * kafkajs 2.2.4 connects again with what it had read of an answer that was cut off. The next connection's first bytes are taken
 * for the rest of it, and from there on every length is wrong: answers are waited for in vain, or the process ends with
 * a RangeError thrown from a socket. A new connection begins with nothing read, and hears its own socket alone.
 */
const connect = Connection.prototype.connect;
Connection.prototype.connect = function () {
  if (!this.isConnected()) {
    this.socket?.removeAllListeners('data');
    this.chunks = [];
    this.bytesBuffered = 0;
    this.bytesNeeded = lengthBytes;
  }
  return connect.call(this);
};
