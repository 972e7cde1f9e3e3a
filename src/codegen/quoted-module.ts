/**
 * A generated file as what another imports from, in quotes; `path` is relative to that other one. It ends in `.js`, which
 * every module resolution of TypeScript understands.
 */
export function quotedModule(path: string): string {
  return `'${path.replace(/\.ts$/, '.js')}'`;
}
