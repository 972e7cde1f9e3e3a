import { API_VERSION_HEADER, apiVersionValues, asksForMicroversion } from './api-version-header';
import { headerValues, type Exchange, type HttpHeaders } from './exchange';
import {
  compareMicroversions,
  formatRequested,
  parseMicroversion,
  type Microversion,
  type RequestedMicroversion,
} from '../versions/microversion';

/** What a request asks for. */
export interface AskedMicroversion {
  /** The service type in the header. */
  readonly service: string;
  readonly microversion: RequestedMicroversion;
}

/** The microversion that a request asks for with the common header; undefined if it asks for none, or in another form. */
export function askedMicroversion(headers: HttpHeaders): AskedMicroversion | undefined {
  const [asked] = apiVersionValues(headers);
  if (asked === undefined) return undefined;
  const { service, microversion } = asked;
  if (microversion !== undefined) return { service, microversion };
  const [value] = headerValues(headers, API_VERSION_HEADER);
  return value?.endsWith(' latest') === true ? { service, microversion: 'latest' } : undefined;
}

/**
 * The microversion that an answer states: in the common header for this service (undefined: for any), else in the first of the older headers
 * that states one. The common header counts only where it has a microversion.
 */
export function statedMicroversion(
  headers: HttpHeaders,
  service: string | undefined,
  olderHeaders: readonly (string | undefined)[],
): Microversion | undefined {
  const common = apiVersionValues(headers).find(
    (value) => service === undefined || value.service === service,
  );
  if (common?.microversion !== undefined) return common.microversion;
  return olderHeaders
    .flatMap((name) => (name === undefined ? [] : headerValues(headers, name)))
    .map(parseMicroversion)
    .find((microversion) => microversion !== undefined);
}

/** What an answer states in one of the headers that its request was sent with. */
export interface Echo {
  /** The name of the header, as sent. */
  readonly header: string;
  /** What the header says, in full. */
  readonly text: string;
  readonly microversion: Microversion;
}

/**
 * The microversions that an answer states, one for each header of its request that it repeats for the requested service. The older header may have
 * any name, but its value is the microversion.
 */
export function echoesOf({
  request,
  answer,
}: Extract<Exchange, { readonly kind: 'answered' }>): readonly Echo[] {
  const asked = askedMicroversion(request.headers);
  const wanted = asked === undefined ? undefined : formatRequested(asked.microversion);
  return request.headers
    .filter(([name, value]) => asksForMicroversion([[name, '']]) || value === wanted)
    .flatMap(([header]) => {
      const microversion =
        header === API_VERSION_HEADER
          ? apiVersionValues(answer.headers).find(({ service }) => service === asked?.service)?.microversion
          : parseMicroversion(headerValues(answer.headers, header)[0] ?? '');
      if (microversion === undefined) return [];
      return [{ header, text: headerValues(answer.headers, header).join(', '), microversion }];
    });
}

/** Whether an answer states another microversion than its request asks for, or two that differ. Its body is then not what was asked for. */
export function isMisserved(exchange: Exchange): boolean {
  if (exchange.kind === 'failed') return false;
  const asked = askedMicroversion(exchange.request.headers)?.microversion;
  if (asked === undefined) return false;
  const echoes = echoesOf(exchange);
  const expected = asked === 'latest' ? echoes[0]?.microversion : asked;
  return (
    expected !== undefined &&
    echoes.some(({ microversion }) => compareMicroversions(microversion, expected) !== 0)
  );
}
