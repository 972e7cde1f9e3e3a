import { uniqueBy } from '../model/group-by';
import type { EmbeddedExample, OperationPart } from '../model/project/open-api';
import { examplesOf } from './examples';
import { notJudged, partsOfContent, partWith, type PartIdentity } from './contents';
import { parameterExamples } from './parameter-examples';
import {
  asObject,
  entriesIn,
  itemsAt,
  spotIn,
  textIn,
  type DocumentReader,
  type ObjectSpot,
  type Spot,
} from './spot';

/** Header parameters that the specification ignores, because it describes them elsewhere (OpenAPI 3.0.3, 4.7.12). */
const IGNORED: ReadonlySet<string> = new Set(['accept', 'content-type', 'authorization']);

/** The parameters of an operation: its own, and those of its path that it does not replace. */
export function parametersOf(
  path: ObjectSpot,
  operation: ObjectSpot,
  reader: DocumentReader,
): readonly ObjectSpot[] {
  const own = uniqueBy(objectsAt(operation, reader), keyOf);
  const replaced = new Set(own.map(keyOf));
  const ofPath = uniqueBy(objectsAt(path, reader), keyOf);
  const all = [...ofPath.filter((parameter) => !replaced.has(keyOf(parameter))), ...own];
  return all.filter(
    (parameter) =>
      textIn(parameter, 'in') !== 'header' || !IGNORED.has((textIn(parameter, 'name') ?? '').toLowerCase()),
  );
}

function objectsAt(holder: ObjectSpot, reader: DocumentReader): readonly ObjectSpot[] {
  return itemsAt(holder, ['parameters'], reader).flatMap((item) => asObject(item, reader) ?? []);
}

/** The names of headers are the same in upper and lower case. */
function keyOf(parameter: ObjectSpot): string {
  const [location, name = ''] = [textIn(parameter, 'in'), textIn(parameter, 'name')];
  return `${location}\0${location === 'header' ? name.toLowerCase() : name}`;
}

/** The contracts of the headers of a response, whose names begin with `contracts`; `read` reads one header. */
export function headersOf(
  response: ObjectSpot,
  { label }: Pick<PartIdentity, 'label'>,
  contracts: string,
  reader: DocumentReader,
  read: (header: ObjectSpot, identity: PartIdentity, reader: DocumentReader) => readonly OperationPart[],
): readonly OperationPart[] {
  return entriesIn(response, ['headers'], reader).flatMap(([name, spot]) => {
    // The specification describes it elsewhere, as the media type (OpenAPI 3.0.3, 4.7.17).
    if (name.toLowerCase() === 'content-type') return [];
    const header = asObject(spot, reader);
    const identity = { contract: `${contracts}.${name}`, label: `${label} header ${name}` };
    return header === undefined ? [] : read(header, { ...identity, direction: 'response' }, reader);
  });
}

/** The contracts of a parameter or header of OpenAPI 3: of its schema, or of its `content`. `others` are examples that are not next to it. */
export function partsOfParameter(
  parameter: ObjectSpot,
  identity: PartIdentity,
  reader: DocumentReader,
  others: readonly EmbeddedExample[] = [],
): readonly OperationPart[] {
  const all = [...examplesOf(parameter, reader), ...others];
  // An example next to `content` can only be meant for the schema in there.
  if (spotIn(parameter, 'content') !== undefined) return partsOfContent(parameter, identity, reader, all);
  const schema = spotIn(parameter, 'schema');
  return all.length === 0 && schema === undefined
    ? []
    : [partOfText(parameter, schema, all, identity, reader)];
}

/** The contract of a parameter or header whose examples are written as values, or as the text in a URL or header. */
export function partOfText(
  holder: ObjectSpot,
  schema: Spot | undefined,
  all: readonly EmbeddedExample[],
  identity: PartIdentity,
  reader: DocumentReader,
): OperationPart {
  const examples = parameterExamples(holder, schema, all, reader);
  const unread = Array.from({ length: all.length - examples.length }, () => 'text in a style');
  return { ...partWith(holder, schema, examples, identity, reader), ...notJudged(unread) };
}
