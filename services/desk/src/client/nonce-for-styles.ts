/**
 * antd creates styles at run time. The page's policy allows a style only with this answer's nonce, which some parts of antd
 * (the scroll lock under a dialog, for one) do not set: so each style element gets it when it is created.
 */
export function nonceForStyles(): void {
  const nonce = document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce;
  if (!nonce) return;
  const create = document.createElement.bind(document);
  document.createElement = (name: string, options?: ElementCreationOptions) => {
    const made = create(name, options);
    if (made instanceof HTMLStyleElement) made.nonce = nonce;
    return made;
  };
}
