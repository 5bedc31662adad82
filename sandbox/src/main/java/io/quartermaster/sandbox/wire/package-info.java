/// A small HTTP client that costs next to nothing, so that a load generator measures the other
/// side.
@NullMarked
package io.quartermaster.sandbox.wire;

import org.jspecify.annotations.NullMarked;
