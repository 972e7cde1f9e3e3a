import { isJsonObject, member } from '../model/json/json-value';
import type { OperationPart } from '../model/project/open-api';
import { partsOfMedia, partsOfContent, type PartIdentity } from './contents';
import { ofExampleObject } from './examples';
import { operationsIn } from './find-operations';
import { isSwagger } from './is-swagger';
import { partsOfParameter } from './parameters';
import { partsOfResponse, readOperation } from './read-operation';
import {
  asObject,
  entriesIn,
  fieldsIn,
  placeOfSpot,
  rootSpot,
  spotBehind,
  type DocumentReader,
  type ObjectSpot,
  type Spot,
} from './spot';
import { partsOfSwaggerParameter, partsOfSwaggerResponse } from './swagger-parts';

type ReadComponent = (
  component: ObjectSpot,
  identity: PartIdentity,
  name: string,
) => readonly OperationPart[];

/**
 * The contracts of components that no operation reaches. Kinds whose components refer to others are read before those, which are then reached
 * from there.
 */
export function unusedComponents(
  reader: DocumentReader,
  isReached: (spot: Spot) => boolean,
): readonly OperationPart[] {
  if (isSwagger(reader.root))
    return [
      ...unusedIn(['responses'], 'response', (response, identity) =>
        partsOfSwaggerResponse(response, identity, `${identity.contract}.response-header`, reader),
      ),
      ...unusedIn(['parameters'], 'parameter', (parameter, identity) =>
        partsOfSwaggerParameter(parameter, identity, reader),
      ),
    ];
  return [
    ...unusedIn(['components', 'callbacks'], 'callback', (callback, identity) =>
      partsOfItems(fieldsIn(callback, [], reader), identity),
    ),
    ...unusedIn(['components', 'pathItems'], 'path item', (item, identity, name) =>
      partsOfItems([[name, item]], identity),
    ),
    ...unusedIn(['components', 'responses'], 'response', (response, identity) =>
      partsOfResponse(response, identity, `${identity.contract}.response-header`, reader),
    ),
    ...unusedIn(['components', 'requestBodies'], 'request body', (body, identity) =>
      partsOfContent(body, { ...identity, direction: 'request' }, reader),
    ),
    ...unusedIn(['components', 'parameters'], 'parameter', (parameter, identity) =>
      partsOfParameter(parameter, { ...identity, direction: 'request' }, reader),
    ),
    ...unusedIn(['components', 'headers'], 'header', (header, identity) =>
      partsOfParameter(header, { ...identity, direction: 'response' }, reader),
    ),
    ...unusedIn(['components', 'mediaTypes'], 'media type', (media, identity) =>
      partsOfMedia(media, '*/*', identity, reader),
    ),
    ...unusedIn(['components', 'examples'], 'example', partsOfExample),
  ];

  function unusedIn(steps: readonly string[], noun: string, read: ReadComponent): readonly OperationPart[] {
    return entriesIn(rootSpot(reader.root), steps, reader).flatMap(([name, spot]) => {
      if (isReached(spot)) return [];
      const { value } = spot;
      if (isJsonObject(value) && typeof member(value, '$ref') === 'string') {
        // Another name for a component only has to lead there.
        spotBehind(
          spot,
          { ...reader, onReached: () => undefined },
          noun === 'example' ? 'example' : undefined,
        );
        return [];
      }
      const component = asObject(spot, reader);
      const identity = { contract: [...steps, name].join('.'), label: `unused ${noun} ${name}` };
      return component === undefined ? [] : read(component, identity, name);
    });
  }

  function partsOfItems(
    items: readonly (readonly [path: string, spot: Spot])[],
    { contract }: PartIdentity,
  ): readonly OperationPart[] {
    return operationsIn(items, false, reader)
      .flatMap((found) => readOperation(found, `${contract}.${found.method}`, reader).parts)
      .map((part) => ({ ...part, label: `unused ${part.label}` }));
  }

  /** An example without a schema is not checked, but its file must exist. */
  function partsOfExample(example: ObjectSpot, { contract, label }: PartIdentity): readonly OperationPart[] {
    const files = ofExampleObject(example, reader).flatMap((each) =>
      each.kind === 'external' ? [each] : [],
    );
    const place = placeOfSpot(example, 'opening');
    return files.length === 0 ? [] : [{ contract, label, place, examples: [], files }];
  }
}
