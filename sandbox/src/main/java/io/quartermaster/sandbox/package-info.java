/// Stand-ins for the platforms that the service talks to, and a retailer who sells through them.
@NullMarked
package io.quartermaster.sandbox;

import org.jspecify.annotations.NullMarked;
