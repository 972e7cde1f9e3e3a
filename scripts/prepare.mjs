// Builds dist/, unless it is current. npm runs this after `npm ci` and `npm install` here, before it packs, and when a project
// installs this one from git.
import { isBuildCurrent } from './is-build-current.mjs';

// Imported only if it runs: loading the bundler takes longer than the comparison.
if (!isBuildCurrent()) await import('./build.mjs');
