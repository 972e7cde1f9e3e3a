import { headerValues, type HttpHeaders } from './exchange';
import { parseMicroversion, type Microversion } from './microversion';

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
 * The service type that clients put into the header for a service type of the catalog. Block storage has kept its first name, `volume`,
 * in the header. Source: keystoneauth1/session.py.
 */
export function headerServiceType(type: string): string {
  const lower = type.toLowerCase();
  if (lower.startsWith('volume') || lower === 'block-storage') return 'volume';
  return lower.startsWith('share') ? 'shared-file-system' : lower;
}
