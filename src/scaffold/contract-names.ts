/**
 * Returns a contract name for each file, in the same order. A file is given as its path segments, and its name has a
 * lower-case kebab word for each, joined by dots. If an earlier file has the same name, a number is added:
 * `servers.list-2`.
 */
export function contractNames(files: readonly (readonly string[])[]): readonly string[] {
  const plain = files.map(plainName);
  const taken = new Set(plain);
  const uses = new Map<string, number>();
  return plain.map((name) => {
    let use = (uses.get(name) ?? 0) + 1;
    if (use > 1) while (taken.has(`${name}-${use}`)) use += 1;
    uses.set(name, use);
    const free = use === 1 ? name : `${name}-${use}`;
    taken.add(free);
    return free;
  });
}

function plainName(segments: readonly string[]): string {
  return segments
    .map((segment, index) =>
      kebab(index === segments.length - 1 ? segment.replace(/\.(?:json|ya?ml|ndjson|jsonl)$/i, '') : segment),
    )
    .join('.');
}

/** The words of a text in lower case, joined by hyphens. */
export function kebab(text: string): string {
  const words = text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  return words?.join('-') ?? 'unnamed';
}
