/// Letters by SMTP.
@NullMarked
package io.customerroom.app.mail;

import org.jspecify.annotations.NullMarked;
