/** The agent of an act, as a part of what tells of it; absent when residents acted themselves. */
export const by = ({ agentId }: { readonly agentId?: string }): { readonly agentId?: string } =>
  agentId === undefined || agentId === '' ? {} : { agentId };
