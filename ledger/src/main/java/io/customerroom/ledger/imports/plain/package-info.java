/**
 * Files so plain that every reader reads them alike: no row is to be set aside and no cell needs an interpreter. The engine reads them
 * where they lie.
 */
@NullMarked
package io.customerroom.ledger.imports.plain;

import org.jspecify.annotations.NullMarked;
