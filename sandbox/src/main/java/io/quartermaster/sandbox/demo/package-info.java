/// The demo: one retailer selling through both stand-ins to a running service.
@NullMarked
package io.quartermaster.sandbox.demo;

import org.jspecify.annotations.NullMarked;
