/** The median of some figures. */
export const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/** Prints a row of a table: a label, and figures in aligned columns. */
export function row(label, ...cells) {
  const figures = cells.map((cell) => String(cell).padStart(14)).join('');
  process.stdout.write(`${label.padEnd(46)}${figures}\n`);
}
