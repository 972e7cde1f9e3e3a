import { API_VERSION_HEADER, apiVersionValues, headerServiceType } from '../../model/live/api-version-header';
import { headerValues } from '../../model/live/exchange';
import type { Negotiation } from '../../model/live/live';
import { formatMicroversion } from '../../model/versions/microversion';
import type { Rule } from '../rule';
import { quote } from '../../wording/quote';
import { reportOf, sentText, servedAnswers, type Answered } from './asked';
import { versionedEndpoint, type Stance } from './versioned-endpoint';

export const liveEcho: Rule<'negotiation'> = {
  id: 'live-echo',
  subject: 'negotiation',
  severity: 'warning',
  summary: 'A versioned endpoint states in OpenStack-API-Version which microversion it served.',
  check: function* (negotiation) {
    const endpoint = versionedEndpoint(negotiation);
    if (endpoint === undefined) return;
    for (const answered of servedAnswers(negotiation)) {
      const problem =
        echoProblem(negotiation, answered, endpoint.stance) ?? legacyProblem(negotiation, answered);
      if (problem === undefined) continue;
      yield reportOf(negotiation, answered, {
        message: problem,
        clients: 'Tempest fails; other clients do not know which microversion they got',
      });
      // The other answers have the same problem for the same reason.
      return;
    }
  },
};

function echoProblem(negotiation: Negotiation, answered: Answered, stance: Stance): string | undefined {
  const { headers } = answered.answer;
  const values = headerValues(headers, API_VERSION_HEADER);
  const type = negotiation.service ?? '<service>';
  const to = sentText(negotiation, answered);
  const send = `send \`${type} X.Y\` in it with every response`;
  if (values.length === 0) {
    if (negotiation.service === undefined)
      return `no \`${API_VERSION_HEADER}\` in the response, so the service type for requests is unknown: ${send}, or name the service`;
    return stance === 'knows-no-header'
      ? `no \`${API_VERSION_HEADER}\` in the response, which is the same for every requested microversion: read the header, and ${send}`
      : `no \`${API_VERSION_HEADER}\` in the response to ${to}: ${send}`;
  }
  const found = `\`${API_VERSION_HEADER}\` is ${quote(values.join(', '))} in the response to ${to}`;
  const named = apiVersionValues(headers);
  if (stance === 'names-another-service') {
    const other = named[0]?.service ?? '';
    // The name of the service's own project is the service's mistake, not a wrong service type in the manifest.
    const remedy = headerServiceType(other) === type ? '' : `, or check it as the service \`${other}\``;
    return `${found}, which is not for the service type \`${type}\`: send \`${type} X.Y\`${remedy}`;
  }
  const microversions = named
    .filter(({ service }) => service === type)
    .map(({ microversion }) => (microversion === undefined ? undefined : formatMicroversion(microversion)));
  return microversions[0] === undefined || new Set(microversions).size > 1
    ? `${found}: send the microversion that was served, as \`${type} X.Y\``
    : undefined;
}

/** Clients that are older than the common header read the service's own one. */
function legacyProblem(negotiation: Negotiation, answered: Answered): string | undefined {
  const { legacyHeader, service } = negotiation;
  const { headers } = answered.answer;
  const served = apiVersionValues(headers).find((value) => value.service === service)?.microversion;
  if (legacyHeader === undefined || served === undefined) return undefined;
  const expected = formatMicroversion(served);
  const values = headerValues(headers, legacyHeader);
  if (values.length > 0 && values.every((value) => value === expected)) return undefined;
  const to = sentText(negotiation, answered);
  return values.length === 0
    ? `no \`${legacyHeader}\` in the response to ${to}: send \`${expected}\` in it too`
    : `\`${legacyHeader}\` is ${quote(values.join(', '))} in the response to ${to}, but \`${API_VERSION_HEADER}\` has ${expected}: send the same in both`;
}
