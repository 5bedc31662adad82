/// The whole shop: stand-in platforms, a retailer who sells through them, and the real service.
@NullMarked
package io.quartermaster.shop;

import org.jspecify.annotations.NullMarked;
