import { REPORTERS } from '../../src/reporters/reporter-registry';

/** The table of docs/output-formats.md, laid out as Prettier does. */
export function formatTable(): string {
  const rows = Object.entries(REPORTERS).map(([name, { summary }]) => [`\`${name}\``, summary] as const);
  const cells = [['format', 'what it is for'] as const, ...rows];
  const [first, second] = [0, 1].map((column) => Math.max(...cells.map((row) => (row[column] ?? '').length)));
  const line = ([left, right]: readonly [string, string]) =>
    `| ${left.padEnd(first ?? 0)} | ${right.padEnd(second ?? 0)} |`;
  const [head, ...body] = cells.map(line);
  return [head, `| ${'-'.repeat(first ?? 0)} | ${'-'.repeat(second ?? 0)} |`, ...body].join('\n');
}
