import type { OperationPart } from '../model/open-api';
import { examplesOf } from './examples';
import { notJudged, partsOfContent, partWith, type PartIdentity } from './contents';
import { parameterExamples } from './parameter-examples';
import { asObject, itemsAt, spotIn, textIn, type DocumentReader, type ObjectSpot } from './spot';

/** The parameters of an operation: its own, and those of its path that it does not replace. */
export function parametersOf(
  path: ObjectSpot,
  operation: ObjectSpot,
  reader: DocumentReader,
): readonly ObjectSpot[] {
  const own = objectsAt(operation, reader);
  const replaced = new Set(own.map(keyOf));
  return [...objectsAt(path, reader).filter((parameter) => !replaced.has(keyOf(parameter))), ...own];
}

function objectsAt(holder: ObjectSpot, reader: DocumentReader): readonly ObjectSpot[] {
  return itemsAt(holder, ['parameters'], reader).flatMap((item) => asObject(item, reader) ?? []);
}

function keyOf(parameter: ObjectSpot): string {
  return `${textIn(parameter, 'in')}\0${textIn(parameter, 'name')}`;
}

/** The contracts of a parameter or header of OpenAPI 3: of its schema, or of its `content`. */
export function partsOfParameter(
  parameter: ObjectSpot,
  identity: PartIdentity,
  reader: DocumentReader,
): readonly OperationPart[] {
  if (spotIn(parameter, 'content') !== undefined) return partsOfContent(parameter, identity, reader);
  const all = examplesOf(parameter, reader);
  const examples = parameterExamples(parameter, all, reader);
  if (all.length === 0 && spotIn(parameter, 'schema') === undefined) return [];
  return [
    {
      ...partWith(parameter, 'schema', examples, identity, reader),
      ...notJudged(all.length - examples.length, 'text in a style'),
    },
  ];
}
