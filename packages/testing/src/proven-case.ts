import { type Capability, capabilitySigner, localCapabilityKey } from '@lianban/grpc';

const sign = capabilitySigner(localCapabilityKey);

/** The proof of a case, as applications of a local stack gives it to the department. */
export const provenCase = (capability: Capability): string => sign(capability);
