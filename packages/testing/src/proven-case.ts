import { capabilitySigner, localCapability } from '@lianban/steps';

const sign = capabilitySigner(localCapability.key);

/** The proof of a case, as applications of a local stack gives it to the department. */
export const provenCase = (capability: Parameters<typeof sign>[0]): string => sign(capability);
