import type { LiveOptions, LiveSettings } from '../fetch/connect';
import type { FleetTarget } from '../../model/findings/fleet';
import { formatMicroversion } from '../../model/versions/microversion';

/** How to connect to one target of a fleet. The targets file overrides the settings. */
export function liveOptionsOf(settings: LiveSettings, target: FleetTarget): LiveOptions {
  const { name, address, newest, headers, ca, cert, key, insecure, timeout } = target;
  return {
    ...settings,
    name,
    url: address,
    headers: [...(settings.headers ?? []), ...headers],
    ...(newest === undefined ? {} : { newest: formatMicroversion(newest) }),
    ...(ca === undefined ? {} : { ca }),
    ...(cert === undefined ? {} : { cert }),
    ...(key === undefined ? {} : { key }),
    ...(insecure === undefined ? {} : { insecure }),
    ...(timeout === undefined ? {} : { timeout }),
  };
}
