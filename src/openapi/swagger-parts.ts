import { childPointer } from '../model/json/json-pointer';
import type { EmbeddedExample, OperationPart } from '../model/project/open-api';
import { notJudged, partWith, type PartIdentity } from './contents';
import { keyIn } from './examples';
import { besideBody, byMediaType, extensionExamples, extensionExamplesOf } from './extension-examples';
import { labelOf, type FoundOperation } from './found-operation';
import { headersOf, parametersOf, partOfText } from './parameters';
import { asObject, fieldsIn, spotIn, textIn, type DocumentReader, type ObjectSpot } from './spot';

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
 * The contract of a parameter in Swagger 2.0. One that is not the body is its own schema; its examples are in the widespread `x-example` and
 * `x-examples`. `others` are examples that are not next to it.
 */
export function partsOfSwaggerParameter(
  parameter: ObjectSpot,
  identity: Omit<PartIdentity, 'direction'>,
  reader: DocumentReader,
  others: readonly EmbeddedExample[] = [],
): readonly OperationPart[] {
  const toRead = { ...identity, direction: 'request' } as const;
  if (textIn(parameter, 'in') !== 'body') return ofItself(parameter, toRead, reader, others);
  const { read, unread } = besideBody(parameter, reader);
  const examples = [...read, ...others];
  return [
    {
      ...partWith(parameter, spotIn(parameter, 'schema'), examples, toRead, reader),
      ...notJudged(unread),
    },
  ];
}

/** The contract of a parameter or header that is its own schema. */
function ofItself(
  holder: ObjectSpot,
  identity: PartIdentity,
  reader: DocumentReader,
  others: readonly EmbeddedExample[] = [],
): readonly OperationPart[] {
  const all = [...extensionExamplesOf(holder, ['x-example'], reader), ...others];
  return [partOfText(holder, holder, all, identity, reader)];
}

/** The contracts of a response in Swagger 2.0 and its headers, whose names begin with `headers`. `others` are examples that are not next to it. */
export function partsOfSwaggerResponse(
  response: ObjectSpot,
  identity: Omit<PartIdentity, 'direction'>,
  headers: string,
  reader: DocumentReader,
  others: readonly EmbeddedExample[] = [],
): readonly OperationPart[] {
  const all = fieldsIn(response, ['examples'], reader);
  const [misnamed] = all.find(([name]) => !name.includes('/')) ?? [];
  if (misnamed !== undefined)
    reader.report({
      kind: 'wrong-form',
      expected: 'a media type, such as application/json',
      actual: misnamed,
      place: keyIn({ ...response, pointer: childPointer(response.pointer, 'examples') }, misnamed),
    });
  const { read, unread } = byMediaType(
    all.filter(([name]) => name.includes('/')),
    reader,
  );
  const examples = [...read, ...others];
  const part = partWith(
    response,
    spotIn(response, 'schema'),
    examples,
    { ...identity, direction: 'response' },
    reader,
  );
  const body = part.schema === undefined && all.length === 0 ? [] : [{ ...part, ...notJudged(unread) }];
  return [...body, ...headersOf(response, identity, headers, reader, ofItself)];
}
