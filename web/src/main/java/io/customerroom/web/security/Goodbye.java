package io.customerroom.web.security;

import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;

/** What else happens when somebody signs out: before their session ends, and in place of the page afterwards. */
public interface Goodbye extends LogoutHandler, LogoutSuccessHandler {}
