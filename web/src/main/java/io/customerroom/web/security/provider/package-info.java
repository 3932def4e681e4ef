/// Signing in through an OpenID provider: discovery, the way there and back, what the proof must be, and signing out
/// there.
@NullMarked
package io.customerroom.web.security.provider;

import org.jspecify.annotations.NullMarked;
