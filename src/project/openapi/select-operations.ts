import picomatch from 'picomatch';

import type { OperationName } from '../../model/project/open-api';
import type { OperationSelection } from '../manifest/manifest';

/**
 * Whether an operation is selected: it must match each property of `select`, and one item of a property is enough; `except` removes operations
 * in the same way. Operations are named by their `operationId`, or as `GET /servers/{id}`. A callback is selected with its operation.
 */
export function createSelection(
  select: OperationSelection | undefined,
  except: OperationSelection | undefined,
): (operation: OperationName) => boolean {
  const isSelected = select === undefined ? () => true : matcher(select);
  const isExcepted = except === undefined ? () => false : matcher(except);
  return (operation) => isSelected(operation) && !isExcepted(operation);
}

function matcher({ tags, paths, operations }: OperationSelection): (operation: OperationName) => boolean {
  const isPath = paths === undefined ? () => true : matchesPath(paths.map(({ value }) => value));
  const matches = ({ tags: own, path, id, label }: OperationName) =>
    (tags === undefined || tags.some(({ value }) => own.includes(value))) &&
    isPath(path) &&
    (operations === undefined || operations.some(({ value }) => value === id || value === label));
  const matchesAny = (operation: OperationName): boolean =>
    matches(operation) || (operation.callbackOf !== undefined && matchesAny(operation.callbackOf));
  return matchesAny;
}

/** Whether a path template matches one of these globs. The braces in both are letters: a glob would read them as alternatives. */
export function matchesPath(globs: readonly string[]): (path: string) => boolean {
  const matches = picomatch(globs.map(withoutBraces));
  return (path) => matches(withoutBraces(path));
}

function withoutBraces(path: string): string {
  return path.replaceAll('{', '\uE000').replaceAll('}', '\uE001');
}
