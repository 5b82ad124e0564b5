/**
 * Browsers translate a page by putting <font> elements in the place of its text, without asking the program that made it. React goes
 * on working with its own text nodes: it takes one away that is not there any more, which is an error and an empty page, or changes
 * one that nobody sees. Here each text that was replaced is remembered with what stands for it.
 */
export function surviveTranslators(root: Node): void {
  const standIns = new WeakMap<Node, Element>();
  const changes = new MutationObserver(notice);
  changes.observe(root, { childList: true, subtree: true });
  const changed = new MutationObserver((records) => records.forEach(({ target }) => putBack(target)));

  /** In a record of its own, or of the one that put the font in, a text went away: the font beside it stands for it. */
  function notice(records: readonly MutationRecord[]): void {
    for (const { removedNodes, addedNodes, previousSibling, nextSibling } of records)
      for (const text of removedNodes) {
        if (text.nodeType !== Node.TEXT_NODE) continue;
        const font = [...addedNodes, previousSibling, nextSibling].find(isFont);
        if (!font || text.isConnected) continue;
        standIns.set(text, font);
        changed.observe(text, { characterData: true });
      }
  }

  /** The program says something new: it is shown, and the browser translates it again. */
  function putBack(text: Node): void {
    const font = standIns.get(text);
    standIns.delete(text);
    if (font?.parentNode && !text.isConnected) font.replaceWith(text);
  }

  /** What is among the children of `parent` in the place of a node that was one of them. */
  const inPlaceOf = (node: Node, parent: Node): Node | undefined => {
    notice(changes.takeRecords());
    let current: Node | null = standIns.get(node) ?? node;
    while (current && current.parentNode !== parent) current = current.parentNode;
    return current ?? undefined;
  };

  const { removeChild, insertBefore } = Node.prototype;
  Node.prototype.removeChild = function <T extends Node>(this: Node, child: T): T {
    if (child.parentNode === this) return removeChild.call(this, child) as T;
    const found = inPlaceOf(child, this);
    if (found) removeChild.call(this, found);
    return child;
  };
  Node.prototype.insertBefore = function <T extends Node>(this: Node, added: T, before: Node | null): T {
    const isHere = before === null || before.parentNode === this;
    return insertBefore.call(this, added, isHere ? before : (inPlaceOf(before, this) ?? null)) as T;
  };
}

const isFont = (node: Node | null): node is Element => node?.nodeName === 'FONT';
