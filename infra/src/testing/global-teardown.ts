/** Stops what global-setup started; servers that were given are left alone. */
export default async function globalTeardown(): Promise<void> {
  await globalThis.lianbanStack?.stop();
  globalThis.lianbanStack = undefined;
}
