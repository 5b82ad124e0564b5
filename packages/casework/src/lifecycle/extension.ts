import type { Limits } from './clock';

/**
 * An extension of the limits: one person asks for it, another approves it, and only then the limits move (行政许可法
 * art. 42: 经本行政机关负责人批准). Asking does not stop the clock; "lapsed" once there is no limit left to move.
 */
export interface Extension {
  readonly status: 'asked' | 'approved' | 'refused' | 'lapsed';
  /** Working days. */
  readonly days: number;
  /** A kebab-case code. */
  readonly reason: string;
  readonly askedBy: string;
  readonly askedAt: Date;
  readonly answeredBy?: string;
  readonly answeredAt?: Date;
}

type Extended = { readonly extension?: Extension; readonly clock?: Limits };

/** The extension that waits for somebody's answer. */
export const openAsk = ({ extension }: Extended): Extension | undefined =>
  extension?.status === 'asked' ? extension : undefined;

/** Nobody answered before the limit passed: there is nothing left to extend. */
export const isOutlived = (file: Extended, now: Date): boolean =>
  openAsk(file) !== undefined && file.clock?.statutoryAt !== undefined && file.clock.statutoryAt <= now;

/** What happens to the case can leave nothing to extend. */
export const withoutOpenAsk = <T extends Extended>(file: T): T =>
  file.extension?.status === 'asked' ? { ...file, extension: { ...file.extension, status: 'lapsed' } } : file;
