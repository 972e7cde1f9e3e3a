export { connectRunner, type ConnectedRunner, type TestRunner } from './connect-runner';
export { contractTests, type ContractTest, type ContractTestOptions } from './contract-tests';
export type { ManifestChoice } from './manifest-choice';
export { matchers, type MatcherResult, type SatisfyOptions } from './to-satisfy-contract';
