import type { OptionSpecs } from './option';

/** The option of every command that reads a manifest. */
export const MANIFEST_OPTION = {
  manifest: {
    type: 'string',
    short: 'm',
    value: 'FILE',
    help: 'the manifest; default: contracts.yaml, contracts.yml or contracts.json in this folder or the nearest above',
  },
} as const satisfies OptionSpecs;

/** The option of a command that can check several together. */
export const MANIFESTS_OPTION = {
  manifest: {
    ...MANIFEST_OPTION.manifest,
    multiple: true,
    help: `${MANIFEST_OPTION.manifest.help}. Can be repeated`,
  },
} as const satisfies OptionSpecs;

/** The option of a command that can do without one. */
export const NO_MANIFEST_OPTION = {
  'no-manifest': {
    type: 'boolean',
    help: 'check the OpenAPI documents at PATH alone, even if a manifest uses them',
  },
} as const satisfies OptionSpecs;
