/** The columns that tell of a verdict without format assertion; every other `valid` or `valid_…` tells of one with it. */
const PLAIN = new Set(['valid_plain', 'valid_without_format_assertion']);

/**
 * Holds each row's sample to its schema, once for each of its columns. Gives, by column, how many verdicts there were and those that
 * are not as the row says; throws where rows cannot be replayed, and names them all. `applyPatch` changes a value by an RFC 6902 patch.
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

/** What came of a row, a column each; or why it cannot be replayed. */
function replayRow(library, project, sample, row, applyPatch) {
  if (sample?.document.value === undefined)
    return { mistake: `there is no JSON sample \`${row.sample}\` in the tree` };
  const columns = Object.keys(row).filter((key) => /^valid(_|$)/.test(key));
  if (columns.length === 0) return { mistake: 'the row expects nothing: give it `valid` or `valid_plain`' };
  if (row.schema === undefined && row.contract === undefined)
    return { mistake: 'the row names no `schema` and no `contract`' };
  const edited = row.patch === undefined ? sample.document : patched(sample.document, row.patch, applyPatch);
  if ('mistake' in edited) return edited;
  const schema = schemaOf(library, project, row);
  return {
    outcomes: [
      ...(row.microversion === undefined || row.contract !== undefined ? [] : [choice(sample, row, schema)]),
      ...columns.map((column) => ({ column, expected: row[column], ...judge(column) })),
    ],
  };

  function judge(column) {
    if (schema === undefined) return { got: null, reason: 'no schema at this microversion' };
    const formats = PLAIN.has(column) ? 'annotated' : 'asserted';
    return outcomeOf(library.schemaVerdict(project, schema, edited.value, { formats }));
  }
}

/** The schema that a row names, or that its contract has at its microversion; undefined where there is none. */
function schemaOf(library, project, { schema, contract, microversion }) {
  if (contract !== undefined) return library.schemaAt(project, contract, microversion ?? '');
  if (schema === null) return undefined;
  const root = `${project.schemas.root.split('/').at(-1)}/`;
  const [file, pointer = ''] = (schema.startsWith(root) ? schema.slice(root.length) : schema).split('#');
  return { file, pointer };
}

/** Whether the manifest has the row's schema for the sample at the row's microversion: `none` where it has none. */
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
      return first === undefined ? { got: true } : { got: false, reason: describe(first) };
    }
    case 'unusable-schema':
      return { got: 'unusable schema', reason: verdict.reason };
    case 'timed-out':
      return { got: 'timed out' };
  }
}

function describe({ keyword, instanceLocation, keywordLocation, property }) {
  const about = property === undefined ? '' : ` "${property}"`;
  const where = instanceLocation === '' ? 'the whole document' : instanceLocation;
  return `${keyword}${about} at ${where} (${keywordLocation})`;
}

/** The value after the patch, or which operation does not apply. Rows may share a sample, so it is a copy that is changed. */
function patched({ value }, patch, applyPatch) {
  // A patch may replace the document as a whole, which needs something to hold it.
  const copy = { value: structuredClone(value) };
  const failed = applyPatch(copy, patch.map(below)).findIndex((outcome) => outcome !== null);
  if (failed === -1) return copy;
  const { op, path } = patch[failed];
  return { mistake: `the patch does not apply: ${op} ${path}` };
}

function below(operation) {
  const from = operation.from === undefined ? {} : { from: `/value${operation.from}` };
  return { ...operation, path: `/value${operation.path}`, ...from };
}
