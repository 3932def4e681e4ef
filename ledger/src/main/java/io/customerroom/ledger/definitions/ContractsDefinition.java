package io.customerroom.ledger.definitions;

/**
 * How movements of contracts are counted, where systems with the same contracts decide differently. It is read when a question is asked and
 * never by a build: a new version is on the walls at once, and both versions are computable from one ledger.
 */
public record ContractsDefinition(DefinitionCard card, ContractSwitches switches) implements Definition {}
