/** Prints a row of a table: a label, and figures in aligned columns. */
export function row(label, ...cells) {
  const figures = cells.map((cell) => String(cell).padStart(15)).join('');
  process.stdout.write(`${label.padEnd(43)}${figures}\n`);
}

/** A figure without decimals, or `-` if it was not measured. */
export const show = (value) => (Number.isFinite(value) ? value.toFixed(0) : '-');

/** Prints a title above a table. */
export const title = (text) => process.stdout.write(`\n── ${text}\n\n`);
