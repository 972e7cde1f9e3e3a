import type { Document } from '../model/document';
import type { Limits } from '../model/limits';
import { documentName } from '../model/source';
import type { TextProblem } from '../model/text-problem';
import { findJsonSpans } from './json/json-source';
import { readStrictJson } from './json/strict-json';
import { parseDocument, type DocumentIdentity } from './parse-document';
import { createSliceSource, createWholeText, problemInWhole, type TextSlice, type WholeText } from './slice';
import { createTextSource } from './text-source';
import { readYamlStream } from './yaml/yaml-source';

/** How a file is written. */
export type FileForm = 'json' | 'yaml' | 'lines';

/** How a file is written, by its extension. */
export function fileFormOf(path: string): FileForm {
  if (/\.ya?ml$/i.test(path)) return 'yaml';
  return /\.(?:ndjson|jsonl)$/i.test(path) ? 'lines' : 'json';
}

/** The documents of a file: one, or a part for each line of NDJSON and for each document of a YAML stream. */
export function parseDocuments(
  identity: DocumentIdentity,
  text: string,
  limits: Pick<Limits, 'depth'>,
  { form, problems = [] }: { readonly form: FileForm; readonly problems?: readonly TextProblem[] },
): readonly Document[] {
  const isReadable = problems.every((problem) => problem.kind === 'byte-order-mark');
  if (form === 'json' || !isReadable) return [parseDocument(identity, text, limits, problems)];
  const documents = form === 'yaml' ? parseYaml(identity, text, limits) : parseLines(identity, text, limits);
  // What is wrong with the file is reported with its first document.
  return documents.map((document, index) =>
    index === 0 && problems.length > 0
      ? { ...document, problems: [...problems, ...document.problems] }
      : document,
  );
}

function parseYaml(
  { name, kind, origin }: DocumentIdentity,
  text: string,
  { depth }: Pick<Limits, 'depth'>,
): readonly Document[] {
  const readings = readYamlStream(name, text, { maxDepth: depth });
  const whole = createTextSource(name, text);
  return readings.map(({ source, value, exact, problems }, index) => ({
    source:
      readings.length === 1
        ? source
        : {
            ...source,
            name: documentName({ file: name, part: `document ${index + 1}` }),
            part: { whole, name: `document ${index + 1}` },
          },
    kind,
    origin,
    value,
    ...(exact === undefined ? {} : { exact }),
    problems,
  }));
}

/** A line that is blank has no document. */
function parseLines(
  { name, kind, origin }: DocumentIdentity,
  text: string,
  limits: Pick<Limits, 'depth'>,
): readonly Document[] {
  const whole = createWholeText(name, text);
  const documents: Document[] = [];
  let start = text.startsWith('\uFEFF') ? 1 : 0;
  for (const [index, line] of text.slice(start).split('\n').entries()) {
    const at = start;
    start += line.length + 1;
    if (line.trim() !== '')
      documents.push(
        parseSlice(
          whole,
          { part: `line ${index + 1}`, text: line, firstLine: index + 1, offsetOf: (offset) => at + offset },
          { kind, origin },
          limits,
        ),
      );
  }
  return documents.length > 0 ? documents : [parseDocument({ name, kind, origin }, text, limits)];
}

/** Parses the JSON text of a slice. */
function parseSlice(
  whole: WholeText,
  slice: TextSlice,
  { kind, origin }: Pick<DocumentIdentity, 'kind' | 'origin'>,
  { depth }: Pick<Limits, 'depth'>,
): Document {
  const { value, exact, problems } = readStrictJson(slice.text, depth);
  return {
    source: createSliceSource(whole, slice, findJsonSpans(slice.text)),
    kind,
    origin,
    value,
    ...(exact === undefined ? {} : { exact }),
    problems: problems.map((problem) => problemInWhole(slice, problem)),
  };
}
