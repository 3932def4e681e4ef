/// The page People: invitations, roles, resets, closed accounts.
@NullMarked
package io.customerroom.web.people;

import org.jspecify.annotations.NullMarked;
