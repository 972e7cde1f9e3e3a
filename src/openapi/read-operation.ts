import type { EmbeddedExample, Operation, OperationPart } from '../model/project/open-api';
import { partsOfContent, type PartIdentity } from './contents';
import { extensionExamples } from './extension-examples';
import { labelOf, operationNameOf, type FoundOperation } from './found-operation';
import { isSwagger } from './is-swagger';
import { headersOf, parametersOf, partsOfParameter } from './parameters';
import {
  asObject,
  fieldsIn,
  objectIn,
  placeOfSpot,
  textIn,
  type DocumentReader,
  type ObjectSpot,
} from './spot';
import { swaggerParts } from './swagger-parts';

/** The operation with its contracts; `name` is what their names begin with. */
export function readOperation(
  found: FoundOperation,
  name: string,
  reader: DocumentReader,
): Omit<Operation, 'problems'> {
  return {
    ...operationNameOf(found, reader),
    place: placeOfSpot(found.spot, 'key'),
    parts: isSwagger(reader.root) ? swaggerParts(found, name, reader) : partsOf(found, name, reader),
  };
}

function partsOf(found: FoundOperation, name: string, reader: DocumentReader): readonly OperationPart[] {
  const { item, spot } = found;
  const label = labelOf(found);
  const parameters = parametersOf(item, spot, reader).flatMap((parameter) => {
    const [location, own] = [textIn(parameter, 'in') ?? 'query', textIn(parameter, 'name') ?? ''];
    const identity = {
      contract: `${name}.${location}.${own}`,
      label: `${label} ${location} parameter ${own}`,
      direction: 'request',
    } as const;
    const others = extensionExamples(spot, ['parameters', own], reader);
    return partsOfParameter(parameter, identity, reader, others);
  });
  const body = objectIn(spot, ['requestBody'], reader);
  const request =
    body === undefined
      ? []
      : partsOfContent(
          body,
          { contract: `${name}.request`, label: `${label} request`, direction: 'request' },
          reader,
          extensionExamples(spot, ['requestBody'], reader),
        );
  return [...parameters, ...request, ...responsesOf(found, name, reader)];
}

function responsesOf(found: FoundOperation, name: string, reader: DocumentReader): readonly OperationPart[] {
  const label = labelOf(found);
  return fieldsIn(found.spot, ['responses'], reader).flatMap(([status, spot]) => {
    const response = asObject(spot, reader);
    if (response === undefined) return [];
    const identity = { contract: `${name}.${status}`, label: `${label} → ${status}` };
    const others = extensionExamples(found.spot, ['responses', status, 'body'], reader);
    return partsOfResponse(response, identity, `${name}.response-header.${status}`, reader, others);
  });
}

/** The contracts of a response and its headers, whose names begin with `headers`. `others` are examples that are not next to it. */
export function partsOfResponse(
  response: ObjectSpot,
  identity: Omit<PartIdentity, 'direction'>,
  headers: string,
  reader: DocumentReader,
  others: readonly EmbeddedExample[] = [],
): readonly OperationPart[] {
  return [
    ...partsOfContent(response, { ...identity, direction: 'response' }, reader, others),
    ...headersOf(response, identity, headers, reader, partsOfParameter),
  ];
}
