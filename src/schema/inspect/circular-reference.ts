import type { SchemaLink, SchemaNode } from '../link/schema-node';

/** Finds a reference that leads back to its own schema for the same value, so that validation would never end. */
export function findCircularReference(nodes: readonly SchemaNode[]): SchemaLink | undefined {
  const finished = new Set<SchemaNode>();
  const open = new Set<SchemaNode>();
  for (const node of nodes) {
    const found = visit(node);
    if (found !== undefined) return found;
  }
  return undefined;

  function visit(node: SchemaNode): SchemaLink | undefined {
    if (finished.has(node)) return undefined;
    open.add(node);
    for (const link of node.links) {
      if (!link.asserted || !link.inPlace) continue;
      const found = open.has(link.to) ? link : visit(link.to);
      if (found !== undefined) return found;
    }
    open.delete(node);
    finished.add(node);
    return undefined;
  }
}
