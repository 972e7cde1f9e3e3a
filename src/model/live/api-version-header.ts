import { headerValues, type HttpHeaders } from './exchange';
import {
  formatRequested,
  parseMicroversion,
  type Microversion,
  type RequestedMicroversion,
} from '../versions/microversion';
import { serviceTypeOf } from './service-types';

/** The header that requests a microversion; in a response it names the one that was served: `compute 2.1`. */
export const API_VERSION_HEADER = 'OpenStack-API-Version';

/** Whether headers request a microversion, with this header or with the service's own older one. */
export function asksForMicroversion(headers: HttpHeaders): boolean {
  return headers.some(([name]) => /-api-version$/i.test(name));
}

/** One value of the header. */
export interface ApiVersionValue {
  /** The service type in lower case: services ignore its case. */
  readonly service: string;
  /** The microversion that is requested or was served; undefined where it is not of the form `X.Y`, such as `latest`. */
  readonly microversion?: Microversion;
}

/** The values of the header that consist of a service type and one more word. */
export function apiVersionValues(headers: HttpHeaders): readonly ApiVersionValue[] {
  return headerValues(headers, API_VERSION_HEADER).flatMap((value) => {
    const [service, version, more] = value.split(/\s+/);
    if (service === undefined || version === undefined || more !== undefined) return [];
    // It may be sent back in a request, and a header cannot contain every character.
    if (!/^[\w.-]+$/.test(service)) return [];
    const microversion = parseMicroversion(version);
    return [{ service: service.toLowerCase(), ...(microversion === undefined ? {} : { microversion }) }];
  });
}

/**
 * The service types that some services kept in the header when the catalog's changed. They refuse or ignore any other. Sources:
 * keystoneauth1/session.py, magnum/api/controllers/versions.py, zun/api/controllers/versions.py, watcher/api/controllers/base.py.
 */
const HEADER_TYPES: ReadonlyMap<string, string> = new Map([
  ['block-storage', 'volume'],
  ['container-infrastructure', 'container-infra'],
  ['container-infrastructure-management', 'container-infra'],
  ['application-container', 'container'],
  ['resource-optimization', 'infra-optim'],
]);

/** The service type in the header for a service type of the catalog, or for the name of its project. */
export function headerServiceType(nameOrType: string): string {
  const type = serviceTypeOf(nameOrType);
  if (type.startsWith('volume')) return 'volume';
  if (type.startsWith('share')) return 'shared-file-system';
  return HEADER_TYPES.get(type) ?? type;
}

/**
 * The older headers of services that had microversions before the common header. They hold only the microversion, and clients send them
 * too. Source: keystoneauth1/session.py.
 */
const OLDER_HEADERS: ReadonlyMap<string, string> = new Map([
  ['compute', 'X-OpenStack-Nova-API-Version'],
  ['baremetal', 'X-OpenStack-Ironic-API-Version'],
  ['shared-file-system', 'X-OpenStack-Manila-API-Version'],
]);

/** The older header that clients send to a service, given its type or the name of its project. */
export function olderHeaderOf(nameOrType: string): string | undefined {
  return OLDER_HEADERS.get(headerServiceType(nameOrType));
}

/** The headers that request a microversion: the common one, the older one that clients send to this service, and one that is configured. */
export function requestHeaders(
  nameOrType: string,
  microversion: RequestedMicroversion,
  configured?: string,
): HttpHeaders {
  const text = formatRequested(microversion);
  const known = olderHeaderOf(nameOrType);
  const isKnown = configured === undefined || configured.toLowerCase() === known?.toLowerCase();
  return [
    [API_VERSION_HEADER, `${headerServiceType(nameOrType)} ${text}`],
    ...[known, isKnown ? undefined : configured].flatMap((name) =>
      name === undefined ? [] : [[name, text] as const],
    ),
  ];
}
