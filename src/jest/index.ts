import './to-satisfy-contract';

export { describeContracts, type ContractTestOptions } from './describe-contracts';
export { toSatisfyContract } from './to-satisfy-contract';
