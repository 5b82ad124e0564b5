import { useEffect, useState } from 'react';
import type { Look } from './papers';

interface Props {
  readonly content: Blob;
  readonly look: Look;
  readonly name: string;
}

/** A picture, as wide as its place times the zoom. */
export function PaperImage({ content, look: { zoom, turned }, name }: Props) {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(content);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [content]);
  return address ? <img src={address} alt={name} style={{ width: `${zoom * 100}%`, rotate: `${turned}deg` }} /> : null;
}
