// An entry point to bundle: the library, and the generation of types, which it does not export.
export * from '../../src/index';
export { generateTypes } from '../../src/codegen/generate-types';
