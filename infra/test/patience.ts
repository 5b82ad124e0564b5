// A test that waits for a condition fails by its own `until`, which names the condition; this limit only catches a
// hang. A machine whose disk stalls for seconds is slow, not wrong.
jest.setTimeout(300_000);
