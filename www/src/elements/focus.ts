/** Where the focus is in the tree that a node is in: the page's, or that of a figure in somebody else's page. */
export function focusAround(node: Node): Element | null {
  return (node.getRootNode() as Document | ShadowRoot).activeElement;
}
