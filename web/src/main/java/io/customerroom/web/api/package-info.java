/** What programs read: metrics, walls, meetings, promises and receipts as JSON, and the description of it, both from the same shapes. */
@NullMarked
package io.customerroom.web.api;

import org.jspecify.annotations.NullMarked;
