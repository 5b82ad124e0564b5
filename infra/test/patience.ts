// A test that waits for a condition fails by its own `until`, which names the condition. This limit only ends hanging tests,
// and is long enough for a machine whose disk stalls for seconds.
jest.setTimeout(300_000);
