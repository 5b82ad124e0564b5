import type { Limits } from './clock';
import { type Ask, waiting } from './four-eyes';

/**
 * An extension of the limits: one person asks for it, another approves it, and only then the limits move (行政许可法
 * art. 42: 经本行政机关负责人批准). Asking does not stop the clock; "lapsed" once there is no limit left to move.
 */
export interface Extension extends Ask {
  /** Working days. */
  readonly days: number;
  /** A kebab-case code. */
  readonly reason: string;
}

type Extended = { readonly extension?: Extension; readonly clock?: Limits };

/** The extension that waits for somebody's answer. */
export const openAsk = ({ extension }: Extended): Extension | undefined => waiting(extension);

/** Nobody answered before the limit passed: there is nothing left to extend. */
export const isOutlived = (file: Extended, now: Date): boolean =>
  openAsk(file) !== undefined && file.clock?.statutoryAt !== undefined && file.clock.statutoryAt <= now;
