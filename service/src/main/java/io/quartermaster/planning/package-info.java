/// The maths of stock: safety stock, reorder point, order quantity, projection. Pure.
@ApplicationModule(
        id = "planning",
        allowedDependencies = {"retail"})
@NullMarked
package io.quartermaster.planning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
