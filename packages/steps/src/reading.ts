import type { StepNews } from './contract';

/** The codec of a message. */
interface MessageCodec<T> {
  readonly $type: string;
  decode(input: Uint8Array): T;
}

/** How a message about one step is read: the news it brings. `newsOf` throws when the message breaks its contract. */
export interface Reading<Ref, M = unknown> {
  readonly type: MessageCodec<M & { readonly ref: Ref | undefined }>;
  readonly newsOf: (message: M & { readonly ref: Ref | undefined }) => StepNews;
}

export const reading = <Ref, M extends { readonly ref: Ref | undefined }>(
  type: MessageCodec<M>,
  newsOf: (message: M) => StepNews,
): Reading<Ref> => ({ type, newsOf }) as unknown as Reading<Ref>;

export const at = (time: Date | undefined): { readonly at?: Date } => (time === undefined ? {} : { at: time });
