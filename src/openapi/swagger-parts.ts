import type { EmbeddedExample, OperationPart } from '../model/open-api';
import { notJudged, partWith, type PartIdentity } from './contents';
import { literalExample } from './examples';
import { mediaTypeForm, notJudgedAs } from './media-type';
import { extensionExamples } from './extension-examples';
import { labelOf, type FoundOperation } from './found-operation';
import { headersOf, parametersOf, partOfText } from './parameters';
import { asObject, entriesIn, fieldsIn, spotIn, textIn, type DocumentReader, type ObjectSpot } from './spot';

/** The contracts of an operation in Swagger 2.0: of its parameters, one of which may be the body, and of its responses and their headers. */
export function swaggerParts(
  found: FoundOperation,
  name: string,
  reader: DocumentReader,
): readonly OperationPart[] {
  const label = labelOf(found);
  const parameters = parametersOf(found.item, found.spot, reader).flatMap((parameter) => {
    const [location, own] = [textIn(parameter, 'in') ?? 'query', textIn(parameter, 'name') ?? ''];
    const identity =
      location === 'body'
        ? { contract: `${name}.request`, label: `${label} request` }
        : { contract: `${name}.${location}.${own}`, label: `${label} ${location} parameter ${own}` };
    const others = extensionExamples(found.spot, ['parameters', own], reader);
    return partsOfSwaggerParameter(parameter, identity, reader, others);
  });
  const responses = fieldsIn(found.spot, ['responses'], reader).flatMap(([status, spot]) => {
    const response = asObject(spot, reader);
    const identity = { contract: `${name}.${status}`, label: `${label} → ${status}` };
    const others = extensionExamples(found.spot, ['responses', status, 'body'], reader);
    return response === undefined
      ? []
      : partsOfSwaggerResponse(response, identity, `${name}.response-header.${status}`, reader, others);
  });
  return [...parameters, ...responses];
}

/**
 * The contract of a parameter in Swagger 2.0. One that is not the body is its own schema; the widespread `x-example` is its example. `others` are
 * examples that are not next to it.
 */
export function partsOfSwaggerParameter(
  parameter: ObjectSpot,
  identity: Omit<PartIdentity, 'direction'>,
  reader: DocumentReader,
  others: readonly EmbeddedExample[] = [],
): readonly OperationPart[] {
  const toRead = { ...identity, direction: 'request' } as const;
  if (textIn(parameter, 'in') !== 'body') return ofItself(parameter, toRead, reader, others);
  return [
    partWith(
      parameter,
      spotIn(parameter, 'schema'),
      [...extensionExample(parameter, reader), ...others],
      toRead,
      reader,
    ),
  ];
}

/** The contract of a parameter or header that is its own schema. */
function ofItself(
  holder: ObjectSpot,
  identity: PartIdentity,
  reader: DocumentReader,
  others: readonly EmbeddedExample[] = [],
): readonly OperationPart[] {
  const all = [...extensionExample(holder, reader), ...others];
  return [partOfText(holder, holder, all, identity, reader)];
}

function extensionExample(holder: ObjectSpot, reader: DocumentReader): readonly EmbeddedExample[] {
  const example = spotIn(holder, 'x-example');
  return example === undefined ? [] : literalExample(example, reader);
}

/** The contracts of a response in Swagger 2.0 and its headers, whose names begin with `headers`. `others` are examples that are not next to it. */
export function partsOfSwaggerResponse(
  response: ObjectSpot,
  identity: Omit<PartIdentity, 'direction'>,
  headers: string,
  reader: DocumentReader,
  others: readonly EmbeddedExample[] = [],
): readonly OperationPart[] {
  const all = entriesIn(response, ['examples'], reader);
  const judged = all.filter(([mediaType]) => mediaTypeForm(mediaType) === 'json');
  const [other] = all.find(([mediaType]) => mediaTypeForm(mediaType) !== 'json') ?? [];
  const examples = [...judged.flatMap(([, example]) => literalExample(example, reader)), ...others];
  const part = partWith(
    response,
    spotIn(response, 'schema'),
    examples,
    { ...identity, direction: 'response' },
    reader,
  );
  const body =
    part.schema === undefined && all.length === 0
      ? []
      : [{ ...part, ...notJudged(all.length - judged.length, notJudgedAs(other ?? '')) }];
  return [...body, ...headersOf(response, identity, headers, reader, ofItself)];
}
