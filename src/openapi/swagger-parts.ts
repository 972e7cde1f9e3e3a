import type { OperationPart } from '../model/open-api';
import { notJudged, partWith } from './contents';
import { literalExample } from './examples';
import { mediaTypeForm, notJudgedAs } from './media-type';
import { extensionExamples } from './extension-examples';
import { labelOf, type FoundOperation } from './found-operation';
import { parametersOf } from './parameters';
import { asObject, entriesIn, fieldsIn, textIn, type DocumentReader } from './spot';

/**
 * The contracts of an operation in Swagger 2.0: of the parameter that is the body, and of each response, whose `examples` are by media type. Its
 * other parameters have no examples.
 */
export function swaggerParts(
  found: FoundOperation,
  name: string,
  reader: DocumentReader,
): readonly OperationPart[] {
  const label = labelOf(found);
  const request = parametersOf(found.item, found.spot, reader)
    .filter((parameter) => textIn(parameter, 'in') === 'body')
    .map((parameter) => {
      const identity = {
        contract: `${name}.request`,
        label: `${label} request`,
        direction: 'request',
      } as const;
      const steps = ['parameters', textIn(parameter, 'name') ?? ''];
      return partWith(parameter, 'schema', extensionExamples(found.spot, steps, reader), identity, reader);
    });
  const responses = fieldsIn(found.spot, ['responses'], reader).flatMap(([status, spot]) => {
    const response = asObject(spot, reader);
    if (response === undefined) return [];
    const identity = {
      contract: `${name}.${status}`,
      label: `${label} → ${status}`,
      direction: 'response',
    } as const;
    const all = entriesIn(response, ['examples'], reader);
    const judged = all.filter(([mediaType]) => mediaTypeForm(mediaType) === 'json');
    const [other] = all.find(([mediaType]) => mediaTypeForm(mediaType) !== 'json') ?? [];
    const part = partWith(
      response,
      'schema',
      [
        ...judged.flatMap(([, example]) => literalExample(example, reader)),
        ...extensionExamples(found.spot, ['responses', status, 'body'], reader),
      ],
      identity,
      reader,
    );
    return part.schema === undefined && all.length === 0
      ? []
      : [{ ...part, ...notJudged(all.length - judged.length, notJudgedAs(other ?? '')) }];
  });
  return [...request, ...responses];
}
