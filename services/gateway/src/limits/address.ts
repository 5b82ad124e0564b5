import type { Request } from 'express';

/**
 * Counts a request against its address, unless it comes from one of this site's own machines: `web` calls for everybody, and
 * an ingress that forwards no address stands for everybody.
 */
export async function limitAddress(req: Request, limit: (address: string | undefined) => Promise<void>): Promise<void> {
  const isOwn = req.app.get('trust proxy fn') as (address: string | undefined, hop: number) => boolean;
  if (!isOwn(req.ip, 0)) await limit(req.ip);
}
