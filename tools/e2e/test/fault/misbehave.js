// Loaded into services by tests (NODE_OPTIONS=--require): injects faults into the process.
const { performance } = require('node:perf_hooks');

// Clock skew, for everything that reads the machine's time.
const skewMs = Number(process.env.TEST_CLOCK_SKEW_MS ?? 0);
if (skewMs !== 0) {
  const RealDate = Date;
  globalThis.Date = class Date extends RealDate {
    constructor(...args) {
      if (args.length === 0) super(RealDate.now() + skewMs);
      else super(...args);
    }
    static now() {
      return RealDate.now() + skewMs;
    }
  };
}

// Blocks the event loop for a while.
process.on('SIGUSR2', () => {
  const end = performance.now() + Number(process.env.TEST_BLOCK_MS ?? 20_000);
  while (performance.now() < end);
});

// Fills the heap until the runtime aborts.
process.on('SIGHUP', () => {
  const kept = [];
  for (;;) kept.push(new Array(100_000).fill(kept.length));
});

// Gives back what nobody needs, so that what it holds then is what it needs: a heap that is let grow before it is collected
// would look like one that leaks.
process.on('SIGWINCH', () => require('../../../../packages/runtime/dist/tune-gc.js').tuneGc());
