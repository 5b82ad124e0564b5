import RequestQueue from 'kafkajs/src/network/requestQueue';

/**
 * kafkajs 2.2.4 arms a timer after every answer, and with nothing waiting its delay is "minus the present time": Node
 * turns that into 1 ms and, since version 24, prints a TimeoutNegativeWarning. A request that must wait arms the timer
 * by itself, so with an empty queue none is needed; leaving it out ends the warning and saves a timer an answer.
 */
const arm = RequestQueue.prototype.scheduleCheckPendingRequests;
RequestQueue.prototype.scheduleCheckPendingRequests = function (this: { pending: unknown[] }): void {
  if (this.pending.length > 0) arm.call(this);
};
