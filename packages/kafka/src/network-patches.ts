import Connection from 'kafkajs/src/network/connection';
import RequestQueue from 'kafkajs/src/network/requestQueue';

const lengthBytes = 4;

/**
 * Resets the receive buffer of a connection before it connects again. kafkajs 2.2.4 keeps the first part of an answer
 * that was cut off and takes the first bytes of the new connection for the rest of it. Every length after that is wrong:
 * requests wait for an answer that never comes, or the process ends with a RangeError thrown from a socket. The listener
 * of the old socket is removed for the same reason.
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

/**
 * Arms the timer of the request queue only while a request waits. kafkajs 2.2.4 arms it after every answer; with an empty
 * queue its delay is negative, for which Node.js 24 prints a TimeoutNegativeWarning. A request that has to wait arms the
 * timer itself, so an empty queue needs none, and a timer per answer is saved.
 */
const arm = RequestQueue.prototype.scheduleCheckPendingRequests;
RequestQueue.prototype.scheduleCheckPendingRequests = function (this: { pending: unknown[] }): void {
  if (this.pending.length > 0) arm.call(this);
};
