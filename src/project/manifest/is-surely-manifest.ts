/**
 * Whether a value certainly satisfies the manifest's schema, without compiling the schema. This module knows nothing and always returns
 * `false`; the build of the command line replaces it by a precompiled validator (scripts/build.mjs), which saves the compilation in each run.
 */
export function isSurelyManifest(_value: unknown): boolean {
  return false;
}
