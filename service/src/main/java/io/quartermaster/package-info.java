/// Quartermaster: books, forecasts and proposals beside a retailer's tills.
@NullMarked
package io.quartermaster;

import org.jspecify.annotations.NullMarked;
