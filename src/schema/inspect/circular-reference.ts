import { compareText } from '../../model/findings/finding';
import { placeKey } from '../../model/documents/place';
import type { SchemaLink, SchemaNode } from '../link/schema-node';

/** A circle of references for the same value: validation would never end. */
export interface Circle {
  /** The first of its references, by file and place: the same one wherever the circle is entered. */
  readonly first: SchemaLink;
  /** The schemas that the references lead to. */
  readonly nodes: readonly SchemaNode[];
}

export function circularReferences(nodes: readonly SchemaNode[]): readonly Circle[] {
  const [first] = nodes;
  // Most schemas refer to nothing.
  if (nodes.length === 1 && first?.links.length === 0) return [];
  const found: Circle[] = [];
  const finished = new Set<SchemaNode>();
  const open: SchemaNode[] = [];
  const path: SchemaLink[] = [];
  for (const node of nodes) visit(node);
  return found;

  function visit(node: SchemaNode): void {
    if (finished.has(node)) return;
    open.push(node);
    for (const link of node.links) {
      if (!link.asserted || !link.inPlace) continue;
      path.push(link);
      const start = open.indexOf(link.to);
      if (start === -1) visit(link.to);
      else found.push(circleOf(path.slice(start)));
      path.pop();
    }
    open.pop();
    finished.add(node);
  }
}

function circleOf(links: readonly SchemaLink[]): Circle {
  const [first, ...others] = links.toSorted((a, b) => compareText(placeKey(a.place), placeKey(b.place)));
  if (first === undefined) throw new Error('a circle has at least one reference');
  return { first, nodes: [first, ...others].map(({ to }) => to) };
}
