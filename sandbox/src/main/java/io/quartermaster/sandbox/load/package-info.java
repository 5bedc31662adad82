/// Load and accidents: how many webhooks a second, how soon a proposal, and what is left after
/// kill -9.
@NullMarked
package io.quartermaster.sandbox.load;

import org.jspecify.annotations.NullMarked;
