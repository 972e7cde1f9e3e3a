import type { OperationName } from '../model/project/open-api';
import { itemsAt, textIn, type DocumentReader, type ObjectSpot } from './spot';

/** An operation before its contracts have names. */
export interface FoundOperation {
  readonly method: string;
  readonly path: string;
  readonly item: ObjectSpot;
  readonly spot: ObjectSpot;
  /** The operation that a callback belongs to, and the name of the callback. */
  readonly callback?: { readonly of: FoundOperation; readonly name: string };
  readonly isWebhook: boolean;
}

export function operationIdOf({ spot }: FoundOperation): string | undefined {
  return textIn(spot, 'operationId');
}

/** `GET /servers/{id}`; of a callback with the operation that it belongs to. */
export function labelOf({ method, path, callback, isWebhook }: FoundOperation): string {
  if (callback !== undefined) return `${labelOf(callback.of)} callback ${callback.name} ${method} ${path}`;
  return isWebhook ? `webhook ${path} ${method}` : `${method} ${path}`;
}

export function operationNameOf(found: FoundOperation, reader: DocumentReader): OperationName {
  const { spot, path, callback } = found;
  const id = operationIdOf(found);
  return {
    label: labelOf(found),
    ...(id === undefined ? {} : { id }),
    path,
    tags: itemsAt(spot, ['tags'], reader).flatMap(({ value }) => (typeof value === 'string' ? [value] : [])),
    ...(callback === undefined ? {} : { callbackOf: operationNameOf(callback.of, reader) }),
  };
}
