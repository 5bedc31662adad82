/// The mail server and the mailbox: what the service writes to suppliers can be read here.
@NullMarked
package io.quartermaster.sandbox.mail;

import org.jspecify.annotations.NullMarked;
