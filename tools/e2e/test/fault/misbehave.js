// Loaded into services by tests (NODE_OPTIONS=--require): lets a process behave as processes do on a bad day.
const { performance } = require('node:perf_hooks');

// Its clock is wrong by so much, for everything that asks the machine for the time.
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

// Its event loop stands still, as in an endless loop that ends after all.
process.on('SIGUSR2', () => {
  const end = performance.now() + Number(process.env.TEST_BLOCK_MS ?? 20_000);
  while (performance.now() < end);
});

// Its heap fills until the runtime gives up.
process.on('SIGHUP', () => {
  const kept = [];
  for (;;) kept.push(new Array(100_000).fill(kept.length));
});

// Gives back what nobody needs, so that what it holds then is what it needs: a heap that is let grow before it is collected
// would look like one that leaks.
process.on('SIGWINCH', () => require('../../../../packages/runtime/dist/tune-gc.js').tuneGc());
