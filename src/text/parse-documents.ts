import type { Document } from '../model/documents/document';
import { documentName } from '../model/documents/source';
import type { TextProblem } from '../model/documents/text-problem';
import { findSpansOf } from './json/json-source';
import { asStrictJson } from './json/lenient-json';
import { readStrictJson } from './json/strict-json';
import { malformed } from './malformed';
import { fencedBlocks, type FencedBlock } from './markdown/fenced-blocks';
import { parseDocument, type DocumentIdentity, type ParseOptions } from './parse-document';
import { createSliceSource, createWholeText, problemInWhole, type TextSlice, type WholeText } from './slice';
import { createTextSource } from './text-source';
import { readYaml, readYamlStream, type YamlReading } from './yaml/yaml-source';

/** How a file is written. */
type FileForm = 'json' | 'yaml' | 'lines' | 'markdown' | 'toml';

/** How a file is written, by its extension. */
export function fileFormOf(path: string): FileForm {
  const extension = /\.(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
  return FORMS.get(extension) ?? 'json';
}

const FORMS: ReadonlyMap<string, FileForm> = new Map([
  ['yaml', 'yaml'],
  ['yml', 'yaml'],
  ['ndjson', 'lines'],
  ['jsonl', 'lines'],
  ['md', 'markdown'],
  ['markdown', 'markdown'],
  ['toml', 'toml'],
]);

/** The documents of a file: one, or a part for each line of NDJSON and for each document of a YAML stream. */
export function parseDocuments(
  identity: DocumentIdentity,
  text: string,
  options: ParseOptions,
  { form, problems = [] }: { readonly form: FileForm; readonly problems?: readonly TextProblem[] },
): readonly Document[] {
  const isReadable = problems.every((problem) => problem.kind === 'byte-order-mark');
  if (form === 'json' || !isReadable) return [parseDocument(identity, text, options, problems)];
  return withProblems(problems, parseAs(form, identity, text, options));
}

function parseAs(
  form: Exclude<FileForm, 'json'>,
  identity: DocumentIdentity,
  text: string,
  options: ParseOptions,
): readonly Document[] {
  switch (form) {
    case 'yaml':
      return parseYaml(identity, text, options);
    case 'lines':
      return parseLines(identity, text, options);
    case 'markdown':
      return [
        unreadDocument(identity, text, 'a Markdown file is not a sample: name its blocks with `fence:`'),
      ];
    case 'toml':
      return [unreadDocument(identity, text, 'TOML is not read: write the sample as JSON or YAML')];
  }
}

/** Gives the fenced blocks of a Markdown text whose info string contains a text, as documents. Each is parsed once. */
export function blockReader(
  identity: DocumentIdentity,
  text: string,
  options: ParseOptions,
  problems: readonly TextProblem[],
): (fence: string) => readonly Document[] {
  const parsed = new Map<FencedBlock, Document>();
  let whole: WholeText | undefined;
  let blocks: readonly FencedBlock[] | undefined;
  return (fence) => {
    whole ??= createWholeText(identity.name, text);
    blocks ??= fencedBlocks(text);
    const wanted = blocks.filter(({ info }) => info.includes(fence));
    for (const block of wanted) {
      if (parsed.has(block)) continue;
      const document = parseBlock(whole, block, identity, options);
      const isFirst = parsed.size === 0 && problems.length > 0;
      parsed.set(block, isFirst ? { ...document, problems: [...problems, ...document.problems] } : document);
    }
    return wanted.flatMap((block) => parsed.get(block) ?? []);
  };
}

/** A fenced block of a Markdown text as a document: YAML if its info string begins so, else JSON. */
function parseBlock(
  whole: WholeText,
  { info, slice }: FencedBlock,
  identity: Omit<DocumentIdentity, 'name'>,
  options: ParseOptions,
): Document {
  if (!/^ya?ml\b/i.test(info)) return parseSlice(whole, slice, identity, options);
  const reading = readYaml(whole.source.name, slice.text, { maxDepth: options.depth });
  return documentOf(reading, createSliceSource(whole, slice, reading.find), {
    ...identity,
    problems: reading.problems.map((problem) => problemInWhole(slice, problem)),
  });
}

/** What is wrong with a file is reported with its first document. */
function withProblems(
  problems: readonly TextProblem[],
  [first, ...others]: readonly Document[],
): readonly Document[] {
  if (first === undefined) return [];
  return [
    problems.length === 0 ? first : { ...first, problems: [...problems, ...first.problems] },
    ...others,
  ];
}

function unreadDocument({ name, kind, origin }: DocumentIdentity, text: string, message: string): Document {
  const problems = [malformed(message, 0, 0)];
  return { source: createTextSource(name, text), kind, origin, value: undefined, problems };
}

function parseYaml(
  { name, kind, origin }: DocumentIdentity,
  text: string,
  { depth }: ParseOptions,
): readonly Document[] {
  const readings = readYamlStream(name, text, { maxDepth: depth });
  const whole = createTextSource(name, text);
  return readings.map((reading, index) => {
    const part = `document ${index + 1}`;
    const source =
      readings.length === 1
        ? reading.source
        : { ...reading.source, name: documentName({ file: name, part }), part: { whole, name: part } };
    return documentOf(reading, source, { kind, origin, problems: reading.problems });
  });
}

function documentOf(
  { value, exact }: Pick<YamlReading, 'value' | 'exact'>,
  source: Document['source'],
  { kind, origin, problems }: Pick<Document, 'kind' | 'origin' | 'problems'>,
): Document {
  return { source, kind, origin, value, ...(exact === undefined ? {} : { exact }), problems };
}

/** A line that is blank has no document. */
function parseLines(identity: DocumentIdentity, text: string, options: ParseOptions): readonly Document[] {
  const whole = createWholeText(identity.name, text);
  const documents: Document[] = [];
  let start = text.startsWith('\uFEFF') ? 1 : 0;
  for (const [index, line] of text.slice(start).split('\n').entries()) {
    const at = start;
    start += line.length + 1;
    const slice: TextSlice = {
      part: `line ${index + 1}`,
      text: line,
      firstLine: index + 1,
      offsetOf: (offset) => at + offset,
    };
    if (line.trim() !== '') documents.push(parseSlice(whole, slice, identity, options));
  }
  return documents.length > 0 ? documents : [parseDocument(identity, text, options)];
}

/** Parses the JSON text of a slice. */
function parseSlice(
  whole: WholeText,
  slice: TextSlice,
  { kind, origin }: Pick<DocumentIdentity, 'kind' | 'origin'>,
  { depth, json }: ParseOptions,
): Document {
  const text = json === undefined ? slice.text : asStrictJson(slice.text, json);
  const reading = readStrictJson(text, depth);
  return documentOf(reading, createSliceSource(whole, slice, findSpansOf(text, slice.text)), {
    kind,
    origin,
    problems: reading.problems.map((problem) => problemInWhole(slice, problem)),
  });
}
