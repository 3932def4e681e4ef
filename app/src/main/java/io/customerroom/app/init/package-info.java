/// Makes a new workspace: settings, journey, definitions and spreadsheet templates.
@NullMarked
package io.customerroom.app.init;

import org.jspecify.annotations.NullMarked;
