// Written from Canvas/MapContract.cs by ContractTests; not edited by hand.
export {};
