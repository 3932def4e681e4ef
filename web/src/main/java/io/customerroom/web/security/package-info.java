/// Who may open what: signing in, sessions, one-time links and the rules of every address.
@NullMarked
package io.customerroom.web.security;

import org.jspecify.annotations.NullMarked;
