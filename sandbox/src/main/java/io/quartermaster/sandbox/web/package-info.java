/// Small HTTP servers and JSON, on what the JDK brings.
@NullMarked
package io.quartermaster.sandbox.web;

import org.jspecify.annotations.NullMarked;
