import { type ComponentType, lazy } from 'react';

/** A file of the program could not be loaded: the desk was upgraded and the file is gone, or the network was. */
class LostPart extends Error {
  override name = 'LostPart';
}
export const isLostPart = (error: unknown): boolean => error instanceof LostPart;

const mark = 'desk.reloaded-at';
/** A second loss within this time is not mended by loading the page a second time. */
const againAfterMs = 60_000;

/** The moments of automatic reloads; a browser without storage has none, and is not reloaded. */
const reloads = {
  isRecent(): boolean {
    const at = Number(window.sessionStorage.getItem(mark) ?? 0);
    return Date.now() - at < againAfterMs;
  },
  note: () => window.sessionStorage.setItem(mark, String(Date.now())),
};

/**
 * A page that is loaded when it is first shown. When its file is gone, the whole page is loaded again, once, which brings the present
 * names; if that does not help, the part throws, and whatever shows it says so.
 */
export const lazyPage = <P extends object>(load: () => Promise<{ default: ComponentType<P> }>) =>
  lazy(() => load().catch(reloadOnce));

function reloadOnce(error: unknown): Promise<never> {
  try {
    if (!reloads.isRecent()) {
      reloads.note();
      window.location.reload();
      // Nothing is shown in its place while the page goes away.
      return new Promise(() => undefined);
    }
  } catch {
    // No storage: told instead of reloading for ever.
  }
  throw new LostPart('a part of the desk could not be loaded', { cause: error });
}
