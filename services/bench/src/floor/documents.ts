/** A document of about so many bytes of BSON. */
export const documentOf = (id: string, version: number, bytes: number): FloorDocument => ({
  _id: id,
  version,
  state: 'x'.repeat(Math.max(0, bytes - id.length - 50)),
});

export interface FloorDocument {
  _id: string;
  /** How often it was written. */
  version: number;
  state: string;
}
