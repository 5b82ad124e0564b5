import type { Request } from 'express';

/**
 * Counts a request for the address it comes from, unless that is one of this site's own machines: `web` asks for
 * everybody, and an ingress that tells no address speaks for everybody.
 */
export async function limitAddress(req: Request, limit: (address: string | undefined) => Promise<void>): Promise<void> {
  const isOwn = req.app.get('trust proxy fn') as (address: string | undefined, hop: number) => boolean;
  if (!isOwn(req.ip, 0)) await limit(req.ip);
}
