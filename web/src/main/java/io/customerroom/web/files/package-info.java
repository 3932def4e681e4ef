/// Files that leave the house: tables as CSV, XLSX and Parquet, named and described so that whoever finds one later
/// knows what it is.
@NullMarked
package io.customerroom.web.files;

import org.jspecify.annotations.NullMarked;
