import { formatMicroversion } from '../model/versions/microversion';
import type { Api } from './create-api';
import type { FaultSetting } from './faults/fault';
import type { ServedRoute, RouteTable, Unserved } from './routes';

/** Describes an API: one line per request, then one line per fault. */
export function describeApi(api: Api, faults: readonly FaultSetting[]): readonly string[] {
  const rows = [
    ...api.routes.map(
      (route) => [`${route.method} ${route.path}`, route.status, describeRoute(route)] as const,
    ),
    ...api.unserved.map(
      (request) =>
        [`${request.method} ${request.path}`, request.status, describeUnserved(request, api)] as const,
    ),
  ];
  const width = Math.max(...rows.map(([request]) => request.length));
  return [
    ...rows.map(([request, status, text]) => `  ${request.padEnd(width)}  ${status}  ${text}`),
    ...faults.map(
      ({ kind, path, fault }) =>
        `  fault ${kind}${path === undefined ? '' : ` at ${path}/`}: ${fault.summary}`,
    ),
  ];
}

function describeRoute({ recordings, negotiation }: ServedRoute): string {
  const [newest, ...older] = recordings.toReversed().map(({ sample }) => sample.document.source.name);
  const names = `${newest ?? ''}${older.length === 0 ? '' : ` and ${older.length} older`}`;
  if (negotiation === undefined) return names;
  const { oldest, newest: last } = negotiation.offer;
  return `${names}, negotiates ${formatMicroversion(oldest)} to ${formatMicroversion(last)}`;
}

function describeUnserved({ status, reason }: Unserved, { versions }: RouteTable): string {
  return status === 300 && versions.length > 0
    ? `choices from ${versions.map(({ id }) => id).join(', ')}, as for every path without a version`
    : `not served: ${reason}`;
}
