package io.customerroom.web.security;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An address that answers only who proved a short while ago who they are ({@link Sessions#CONFIRMED_FOR}): what it does would help whoever found an open session. Others are led to
 * prove it again first.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface FreshlyConfirmed {}
