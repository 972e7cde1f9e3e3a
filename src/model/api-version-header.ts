import { headerValues, type HttpHeaders } from './exchange';
import { parseMicroversion, type Microversion } from './microversion';

/** The header that asks for a microversion, and that tells in the answer which one was served: `compute 2.1`. */
export const API_VERSION_HEADER = 'OpenStack-API-Version';

/** Whether headers ask for a microversion, by this header or an older one of a service's own. */
export function asksForMicroversion(headers: HttpHeaders): boolean {
  return headers.some(([name]) => /-api-version$/i.test(name));
}

/** One value of the header. */
export interface ApiVersionValue {
  /** The service type, in lower case: services read it in either. */
  readonly service: string;
  /** What is asked for or was served; undefined where it is not of the form `X.Y`, as `latest` is not. */
  readonly microversion?: Microversion;
}

/** The values of the header that are a service type and one more word. */
export function apiVersionValues(headers: HttpHeaders): readonly ApiVersionValue[] {
  return headerValues(headers, API_VERSION_HEADER).flatMap((value) => {
    const [service, version, more] = value.split(/\s+/);
    if (service === undefined || version === undefined || more !== undefined) return [];
    // It may be sent back in a request, which cannot hold every character.
    if (!/^[\w.-]+$/.test(service)) return [];
    const microversion = parseMicroversion(version);
    return [{ service: service.toLowerCase(), ...(microversion === undefined ? {} : { microversion }) }];
  });
}

/** The service type that clients write into the header for one of the catalog: block storage has kept its first name there. Source: keystoneauth1/session.py. */
export function headerServiceType(type: string): string {
  const lower = type.toLowerCase();
  if (lower.startsWith('volume') || lower === 'block-storage') return 'volume';
  return lower.startsWith('share') ? 'shared-file-system' : lower;
}
