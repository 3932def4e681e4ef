/// Pictures: a neutral description becomes an ECharts option, and the option becomes SVG inside a JavaScript engine of
/// our own process.
@NullMarked
package io.customerroom.web.charts;

import org.jspecify.annotations.NullMarked;
