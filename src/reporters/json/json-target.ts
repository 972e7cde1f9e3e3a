import { targetRow, type CheckedTarget } from '../../model/findings/fleet';
import { jsonCounts, jsonNotChecked } from './json-summary';

/** A target that is done, in reports for programs. */
export function jsonTarget(checked: CheckedTarget): object {
  const { alsoRequested, notChecked } = checked.result.summary;
  const { name, url, status, oldest, newest, expected, findings, milliseconds } = targetRow(checked);
  return {
    target: name,
    url,
    status,
    oldest,
    newest,
    expected,
    findings: jsonCounts(findings),
    ...(alsoRequested === undefined ? {} : { alsoRequested }),
    notChecked: jsonNotChecked(notChecked),
    milliseconds,
  };
}
