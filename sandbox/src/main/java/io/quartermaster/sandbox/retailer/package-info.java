/// A made-up chain of homeware and grocery shops: its assortment, customers, demand and stock.
@NullMarked
package io.quartermaster.sandbox.retailer;

import org.jspecify.annotations.NullMarked;
