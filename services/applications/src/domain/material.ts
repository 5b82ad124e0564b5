import type { Decider, Refusal } from '@lianban/model';
import type { PaperType as FileType } from '@lianban/papers';

interface Whose {
  readonly ownerId: string;
  /** The agent who uploaded it in the owner's name; empty when they did so themselves. */
  readonly agentId: string;
}

interface Content {
  readonly size: number;
  readonly sha256: string;
}

export interface KnownMaterial extends Whose {
  /**
   * uploading: its content is on its way or was broken off; kept: whole, and no application names it; used: one does;
   * removing: its content is to be removed; gone.
   */
  readonly status: 'uploading' | 'kept' | 'used' | 'removing' | 'gone';
  readonly type: FileType;
  readonly content: Content | null;
  /** Of the last byte, or of the last doubt. */
  readonly at: Date;
  /** As its owner calls it; sealed, because people write names and numbers into it. Absent in what was uploaded before it was kept. */
  readonly name?: string;
  /** Where it was named, the newest last. Absent in what was named before this was noted. */
  readonly uses?: readonly Use[];
}

/** An application that names an upload, and as which of its materials. */
export interface Use {
  readonly application: string;
  readonly code: string;
}

/** An uploaded copy of a paper. */
export type MaterialState = { readonly status: 'none' } | KnownMaterial;

export interface BeginUpload extends Whose {
  readonly type: 'BeginUpload';
  readonly fileType: FileType;
  readonly name?: string;
}
export interface FinishUpload extends Content {
  readonly type: 'FinishUpload';
}
/** An application names it, as the `nth` of its materials. */
export interface UseMaterial {
  readonly type: 'UseMaterial';
  readonly ownerId: string;
  readonly grade: string;
  readonly nth: number;
  /** Absent in commands of a release that did not note it. */
  readonly use?: Use;
}
export interface DiscardMaterial extends Whose {
  readonly type: 'DiscardMaterial';
}
/** Nothing came of it: broken off, or whole and never named. */
export interface GiveUpMaterial {
  readonly type: 'GiveUpMaterial';
}
/** Nobody has named it for a week: does a draft? */
export interface DoubtMaterial {
  readonly type: 'DoubtMaterial';
}
/** A draft names it, or nobody could tell. */
export interface KeepMaterial {
  readonly type: 'KeepMaterial';
}
export interface ForgetContent {
  readonly type: 'ForgetContent';
}
export type MaterialCommand =
  | BeginUpload
  | FinishUpload
  | UseMaterial
  | DiscardMaterial
  | GiveUpMaterial
  | DoubtMaterial
  | KeepMaterial
  | ForgetContent;

export interface UploadBegun extends Whose {
  readonly type: 'UploadBegun';
  readonly fileType: FileType;
  readonly name?: string;
  readonly at: Date;
}
export interface UploadFinished extends Content {
  readonly type: 'UploadFinished';
  readonly at: Date;
}
export interface MaterialUsed {
  readonly type: 'MaterialUsed';
  readonly use?: Use;
}
export interface MaterialDoubted {
  readonly type: 'MaterialDoubted';
  readonly at: Date;
}
export interface MaterialGivenUp {
  readonly type: 'MaterialGivenUp';
}
export interface ContentForgotten {
  readonly type: 'ContentForgotten';
}
export type MaterialEvent =
  UploadBegun | UploadFinished | MaterialUsed | MaterialDoubted | MaterialGivenUp | ContentForgotten;

const REFERENCE = /^FM[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** Whether a reference leads to an upload here, and not to where somebody else keeps a material. */
export const isUpload = (reference: string): boolean => REFERENCE.test(reference);

const no = (refused: string, detail: string, pointer?: string): Refusal =>
  pointer === undefined ? { refused, detail } : { refused, detail, pointer };
export const NO_MATERIAL = no('material-not-found', 'You have no upload with this reference.');

export const isOf = (state: MaterialState, { ownerId, agentId }: Whose): state is KnownMaterial =>
  state.status !== 'none' && state.ownerId === ownerId && (agentId === '' || state.agentId === agentId);

/** One upload, from its first byte to its last use. Only what no application names can be taken away again. */
export const material: Decider<MaterialState, MaterialCommand, MaterialEvent> = {
  initial: () => ({ status: 'none' }),
  decide(command, state, at): readonly MaterialEvent[] | Refusal {
    if (command.type === 'BeginUpload') {
      const { ownerId, agentId, fileType, name } = command;
      const named = name ? { name } : {};
      return state.status === 'none'
        ? [{ type: 'UploadBegun', ownerId, agentId, fileType, ...named, at }]
        : NO_MATERIAL;
    }
    if (command.type === 'UseMaterial') return use(command, state);
    if (state.status === 'none') return NO_MATERIAL;
    switch (command.type) {
      case 'FinishUpload': {
        const { size, sha256 } = command;
        return state.status === 'uploading' ? [{ type: 'UploadFinished', size, sha256, at }] : NO_MATERIAL;
      }
      case 'DiscardMaterial':
        if (!isOf(state, command)) return NO_MATERIAL;
        if (state.status === 'used')
          return no('material-in-use', 'An application names this upload: it can no longer be discarded.');
        return state.status === 'kept' || state.status === 'uploading' ? [{ type: 'MaterialGivenUp' }] : [];
      case 'GiveUpMaterial':
        return state.status === 'kept' || state.status === 'uploading' ? [{ type: 'MaterialGivenUp' }] : [];
      case 'DoubtMaterial':
        return state.status === 'kept' ? [{ type: 'MaterialDoubted', at }] : [];
      case 'KeepMaterial':
        return [];
      case 'ForgetContent':
        return state.status === 'removing' ? [{ type: 'ContentForgotten' }] : [];
    }
  },
  evolve(state, event) {
    if (event.type === 'UploadBegun') {
      const { ownerId, agentId, fileType, name, at } = event;
      return { status: 'uploading', ownerId, agentId, type: fileType, content: null, ...(name && { name }), at };
    }
    if (state.status === 'none') return state;
    switch (event.type) {
      case 'UploadFinished':
        return { ...state, status: 'kept', content: { size: event.size, sha256: event.sha256 }, at: event.at };
      case 'MaterialDoubted':
        return { ...state, at: event.at };
      case 'MaterialUsed':
        return { ...state, status: 'used', ...(event.use && { uses: [...(state.uses ?? []), event.use] }) };
      case 'MaterialGivenUp':
        return { ...state, status: 'removing' };
      case 'ContentForgotten': {
        const { ownerId, agentId, type, content, at, uses } = state;
        return { status: 'gone', ownerId, agentId, type, content, at, ...(uses && { uses }) };
      }
    }
  },
};

function use(
  { ownerId, grade, nth, use: named }: UseMaterial,
  state: MaterialState,
): readonly MaterialEvent[] | Refusal {
  const isThere = state.status === 'kept' || state.status === 'used';
  if (!isThere || state.ownerId !== ownerId)
    return no(
      'invalid-materials',
      'This upload is not there any more: upload the paper again.',
      `/materials/${nth}/reference`,
    );
  // 国办函〔2016〕108号: an upload is a copy until an officer has seen the original.
  if (grade === 'A' || grade === 'B')
    return no(
      'invalid-materials',
      'An upload is a copy: its trust grade is C, or D for what you declare.',
      `/materials/${nth}/grade`,
    );
  const isNoted = !named || (state.uses ?? []).some((each) => isSame(each, named));
  if (state.status === 'used' && isNoted) return [];
  return [{ type: 'MaterialUsed', ...(named && { use: named }) }];
}

const isSame = (one: Use, other: Use): boolean => one.application === other.application && one.code === other.code;
