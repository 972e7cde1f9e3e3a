import { jsonOrUndefined } from '../model/json/json-or-undefined';
import type { Document } from '../model/documents/document';
import type { HttpHeaders } from '../model/live/exchange';
import { jsonText } from '../model/json/json-text';
import type { Source } from '../model/documents/source';
import { formatMicroversion } from '../model/versions/microversion';
import { errorAnswer, jsonAnswer, type Answer } from './answer';
import type { Fault } from './faults/fault';
import { mapStrings } from './map-strings';
import { echoHeaders, settleMicroversion } from './settle-microversion';
import { recordingAt, type Recording } from './recordings';
import type { ServedRoute } from './routes';

/** Responds with a sample of the route. `moved` rewrites the URLs in it to the address that the client used. */
export function answerFrom(
  { status, recordings, negotiation }: ServedRoute,
  headers: HttpHeaders,
  { moved, faults }: { readonly moved: (text: string) => string; readonly faults: readonly Fault[] },
): Answer {
  const withSample = (recording: Recording | undefined, echo: HttpHeaders) =>
    recording === undefined
      ? errorAnswer(404, 'The resource could not be found.', echo)
      : jsonAnswer(status, mapStrings(textOf(recording.sample.document), moved), echo);
  if (negotiation === undefined) return withSample(recordings[0], []);
  const { negotiator } = negotiation;
  const offer = faults.reduce((current, fault) => fault.offer?.(current) ?? current, negotiation.offer);
  const outcome = faults.reduce(
    (result, fault) => fault.outcome?.(result, offer) ?? result,
    settleMicroversion(headers, negotiator, offer),
  );
  switch (outcome.kind) {
    case 'settled':
      return withSample(recordingAt(recordings, outcome.microversion), echoHeaders(negotiator, outcome.text));
    case 'out-of-range':
      return errorAnswer(
        406,
        `Version ${outcome.text} is not supported by the API. Minimum is ${formatMicroversion(offer.oldest)} and maximum is ${formatMicroversion(offer.newest)}.`,
        echoHeaders(negotiator, outcome.text),
      );
    case 'malformed':
      return errorAnswer(
        400,
        `API Version String ${outcome.text} is of invalid format. Must be of format MajorNum.MinorNum.`,
      );
  }
}

/** The body as JSON: as it is written, if it is written as JSON; a sample in YAML or with comments as JSON. */
function textOf({ source, value, exact }: Document): string {
  const text = source.part === undefined ? source.text : textOfPart(source);
  return jsonOrUndefined(text) !== undefined ? text : (jsonText(exact ?? value) ?? '');
}

function textOfPart(source: Source): string {
  const [range] = source.locate([{ file: source.name, pointer: '', token: 'value' }]);
  return source.text.slice(range?.start.offset, range?.end.offset);
}
