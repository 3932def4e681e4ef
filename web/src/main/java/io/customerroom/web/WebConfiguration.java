package io.customerroom.web;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/**
 * Everything a browser meets. The application imports it and supplies {@link CompanyFace} and {@link LedgerStatus}; it never runs
 * by itself.
 */
@Configuration(proxyBeanMethods = false)
@ComponentScan
public class WebConfiguration {}
