/**
 * antd makes its styles while it runs. The page's policy takes a style only with the nonce of this answer, which some of antd's
 * parts (the lock of scrolling under a dialog, for one) cannot be told: so each style element is given it when it is made.
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
