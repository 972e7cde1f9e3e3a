/** The columns for verdicts without format assertion. All other `valid` and `valid_…` columns are for verdicts with it. */
const PLAIN = new Set(['valid_plain', 'valid_without_format_assertion']);

/**
 * Checks the sample of each row with its schema, once per column. Returns the number of verdicts of each column, and those that differ
 * from the row. Throws if rows cannot be replayed, and lists them all. `applyPatch` applies an RFC 6902 patch to a value.
 */
export function replayRows(library, project, rows, applyPatch) {
  const samples = new Map(project.samples.map((sample) => [sample.path, sample]));
  const columns = new Map();
  const mistakes = [];
  for (const { at, row } of rows) {
    const replayed = replayRow(library, project, samples.get(row.sample), row, applyPatch);
    if ('mistake' in replayed) mistakes.push(`${at}: ${replayed.mistake}`);
    else for (const outcome of replayed.outcomes) count(columns, { at, row, ...outcome });
  }
  if (mistakes.length > 0) throw new Error(mistakes.join('\n'));
  return [...columns.values()];
}

function count(columns, { column: name, ...outcome }) {
  const column = columns.get(name) ?? { name, total: 0, wrong: [] };
  columns.set(name, column);
  column.total += 1;
  if (outcome.got !== outcome.expected) column.wrong.push(outcome);
}

/** The outcomes of a row, one per column, or why it cannot be replayed. */
function replayRow(library, project, sample, row, applyPatch) {
  if (sample?.document.value === undefined)
    return { mistake: `the tree has no JSON sample \`${row.sample}\`` };
  const columns = Object.keys(row).filter((key) => /^valid(_|$)/.test(key));
  if (columns.length === 0) return { mistake: 'the row has no verdict: add `valid` or `valid_plain`' };
  if (row.schema === undefined && row.contract === undefined)
    return { mistake: 'the row has no schema: add `schema` or `contract`' };
  const edited = row.patch === undefined ? sample.document : patched(sample.document, row.patch, applyPatch);
  if ('mistake' in edited) return edited;
  const schema = schemaOf(library, project, row);
  return {
    outcomes: [
      ...(row.microversion === undefined || row.contract !== undefined ? [] : [choice(sample, row, schema)]),
      ...columns.map((column) => ({ column, expected: row[column], ...check(column) })),
    ],
  };

  function check(column) {
    if (schema === undefined) return { got: null, reason: 'there is no schema at this microversion' };
    const formats = PLAIN.has(column) ? 'annotated' : 'asserted';
    return outcomeOf(library.schemaVerdict(project, schema, edited.value, { formats }));
  }
}

/** The schema of a row, or of its contract at its microversion; undefined if there is none. */
function schemaOf(library, project, { schema, contract, microversion }) {
  if (contract !== undefined) return library.schemaAt(project, contract, microversion ?? '');
  if (schema === null) return undefined;
  const root = `${project.schemas.root.split('/').at(-1)}/`;
  const [file, pointer = ''] = (schema.startsWith(root) ? schema.slice(root.length) : schema).split('#');
  return { file, pointer };
}

/** Compares the row's schema with the one that the manifest has for the sample at the row's microversion, or `none`. */
function choice({ claims }, { microversion }, schema) {
  const [major, minor] = microversion.split('.').map(Number);
  const files = claims
    .filter((claim) => claim.microversion?.major === major && claim.microversion.minor === minor)
    .flatMap(({ versions }) => versions.map((version) => version.schema.file));
  const chosen = files.length === 0 ? ['none'] : files;
  const expected = schema?.file ?? 'none';
  return { column: 'schema', expected, got: chosen.includes(expected) ? expected : chosen.join(', ') };
}

function outcomeOf(verdict) {
  switch (verdict.kind) {
    case 'checked': {
      const [first] = verdict.violations;
      return first === undefined ? { got: true } : { got: false, reason: violationText(first) };
    }
    case 'unusable-schema':
      return { got: 'unusable schema', reason: verdict.reason };
    case 'timed-out':
      return { got: 'timed out' };
  }
}

function violationText({ keyword, instanceLocation, keywordLocation, property }) {
  const about = property === undefined ? '' : ` "${property}"`;
  const where = instanceLocation === '' ? 'the whole document' : instanceLocation;
  return `${keyword}${about} at ${where} (${keywordLocation})`;
}

/** A patched copy of the value (rows may share a sample), or the first operation that cannot be applied. */
function patched({ value }, patch, applyPatch) {
  // A patch may replace the whole document, so it is wrapped in an object.
  const copy = { value: structuredClone(value) };
  const failed = applyPatch(copy, patch.map(below)).findIndex((outcome) => outcome !== null);
  if (failed === -1) return copy;
  const { op, path } = patch[failed];
  return { mistake: `the patch cannot be applied: ${op} ${path}` };
}

function below(operation) {
  const from = operation.from === undefined ? {} : { from: `/value${operation.from}` };
  return { ...operation, path: `/value${operation.path}`, ...from };
}
