import { readFileSync } from 'node:fs';

/** The rows of a JSON Lines file, or of a `.json` file with an array. `at` is the place to report for a row. */
export function readRows(file) {
  const text = readFileSync(file, 'utf8');
  const rows = file.endsWith('.json')
    ? JSON.parse(text).map((row, index) => ({ at: `${file}[${index}]`, row }))
    : text.split('\n').flatMap((line, index) => {
        const at = `${file}:${index + 1}`;
        return line.trim() === '' ? [] : [{ at, row: parse(line, at) }];
      });
  if (rows.length === 0) throw new Error(`${file} has no rows`);
  return rows;
}

function parse(line, at) {
  try {
    return JSON.parse(line);
  } catch (error) {
    throw new Error(`${at} is not JSON: ${error.message}`, { cause: error });
  }
}
