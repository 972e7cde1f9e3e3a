import type { Finding } from '../../src/model/findings/finding';

/** A finding in one line: `file 5:19-5:26 error rule-id /pointer message [clients] {also} (related)`. Absent parts are omitted. */
export function brief({ clients, also, related, ...finding }: Omit<Finding, 'fingerprint'>): string {
  const { file, start, end, severity, ruleId, pointer, message } = finding;
  return [
    `${file} ${start.line}:${start.column}-${end.line}:${end.column} ${severity} ${ruleId}`,
    ...(pointer === undefined ? [] : [pointer === '' ? "''" : pointer]),
    message,
    ...(clients === undefined ? [] : [`[${clients}]`]),
    ...(also.length === 0 ? [] : [`{${also.map(({ ruleId: id, keyword }) => keyword ?? id).join(', ')}}`]),
    ...related.map((place) => `(${place.file} ${place.start.line}:${place.start.column} ${place.message})`),
  ].join(' ');
}
