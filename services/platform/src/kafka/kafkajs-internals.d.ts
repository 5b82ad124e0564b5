// Parts of kafkajs 2.2.4 without types of their own. The version is pinned exactly and no longer changes.
declare module 'kafkajs/src/network/requestQueue' {
  const RequestQueue: { prototype: { scheduleCheckPendingRequests: (this: { pending: unknown[] }) => void } };
  export default RequestQueue;
}
